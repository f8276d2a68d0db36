"""Files whose structure is data (tables, JSON, bookmarks, feeds, BibTeX), to entries."""
