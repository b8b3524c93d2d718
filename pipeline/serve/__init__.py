"""`serve`: the published files, read-only address books and the staff's pages on one port.

    server      waitress within bounds: sockets, time limits, an end in good order
    app         which room an address belongs to; errors; headers; the log
    files       the published files and nothing else
    carddav     Radicale over the cards of the current release (`shelf`); `xml` lets only harmless requests in
    staff       log-in, and the pages behind it: decisions, reports, contacts, corrections
    health      one line for a monitor

Nothing here is imported by a night.
"""
