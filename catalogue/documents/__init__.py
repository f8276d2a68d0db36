"""One reader per format: text in, entries with line numbers out."""
