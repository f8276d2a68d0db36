"""One frozen section a file; read from catalogue.toml and CATALOGUE_* variables."""
