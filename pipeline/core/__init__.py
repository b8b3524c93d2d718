"""What is decided about contacts: who is who, which value holds, what changed, what may be published.

Pure: no I/O, no clock, no random. `identify` and its rules of evidence, `reconcile` and what settles a value, `guard`
and its checks.
"""
