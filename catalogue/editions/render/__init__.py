"""An edition body in, one format out."""
