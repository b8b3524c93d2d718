"""From what an office wrote to values: telephone numbers, names, addresses, offices. Pure; knows no page and no sheet."""
