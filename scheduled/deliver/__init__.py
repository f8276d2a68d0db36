"""Hand editions to receivers: one channel a file."""
