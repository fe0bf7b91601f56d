"""HTML to an article: blocks, their roles, metadata, pictures."""
