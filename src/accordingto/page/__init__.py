"""From a capture to an article: fixed text, and the role of each part."""
