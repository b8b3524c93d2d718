"""From an address to records: fetching, reading pages and workbooks, telling where one contact ends."""
