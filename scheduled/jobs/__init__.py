"""One job a file: a function that reads top to bottom as its pipeline."""
