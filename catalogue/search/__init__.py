"""One analyzer for index and query; what is found, and in which order."""
