"""kreiskontakte: collects, checks and publishes the contacts of a German district, every night."""

__version__ = "0.1.0"
