"""Workbooks of any format become grids: merged, hidden and struck-out cells, dates, links, cell references."""
