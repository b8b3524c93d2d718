"""From an address to records: fetching, reading pages and workbooks, finding where one contact ends and the next begins."""
