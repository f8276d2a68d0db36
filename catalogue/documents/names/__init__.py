"""Works that a document names without a link, and what its headings and lists promise. Pure."""
