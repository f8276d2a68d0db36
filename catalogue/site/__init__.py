"""What Datasette loads: metadata, plugins, templates, static files."""
