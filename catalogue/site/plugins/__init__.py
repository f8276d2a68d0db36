"""What Datasette loads: one hook a file, each a few lines over the modules of catalogue.site."""
