"""From an article to a reading: tokens, sentences, quotations."""
