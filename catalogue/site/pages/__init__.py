"""The handlers of our own pages, one noun a file."""
