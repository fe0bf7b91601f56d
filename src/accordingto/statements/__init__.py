"""Who says what: attribution, its sources resolved, and relations between statements."""
