"""What one line, label or heading of a document says of itself: its shape, its links, its words. Pure."""
