"""When, and for whom: the one place where web, store and clock meet."""
