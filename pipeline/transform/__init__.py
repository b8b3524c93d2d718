"""From what an office wrote to values: telephone numbers, names, addresses, offices. Pure."""
