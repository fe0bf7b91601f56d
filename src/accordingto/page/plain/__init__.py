"""Plain text, as a scraper or a user left it, to an article."""
