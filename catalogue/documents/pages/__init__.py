"""Pages as people write them (Markdown, HTML, plain text), to blocks."""
