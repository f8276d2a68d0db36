"""Which links of a page are entries, and what they are called."""
