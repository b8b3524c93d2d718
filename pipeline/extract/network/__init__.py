"""To the sources and no further: politeness, limits, addresses that may be contacted, answers that can be trusted."""
