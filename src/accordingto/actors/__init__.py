"""Who is who: one actor for all its names in a document."""
