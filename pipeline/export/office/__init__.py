"""The office's own workbook, brought up to date as a careful colleague would do it by hand."""
