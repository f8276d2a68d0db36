"""What a page says: at a glance, as facts, as a fingerprint."""
