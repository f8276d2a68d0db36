"""Every query, one noun a file; callers own the transaction."""
