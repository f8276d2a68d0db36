"""arXiv: what its interfaces answer, and when it announces."""
