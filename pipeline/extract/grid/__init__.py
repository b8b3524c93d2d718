"""Grids become contacts: which column or row means what; tables of pages and sheets of workbooks alike."""
