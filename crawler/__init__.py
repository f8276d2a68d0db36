"""What the web says: no database."""
