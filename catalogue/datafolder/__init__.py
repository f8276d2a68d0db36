"""The data folder: what people decided, as files in git."""
