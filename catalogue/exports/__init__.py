"""One writer per format: items in, text out, pure; each declares the fields it carries."""
