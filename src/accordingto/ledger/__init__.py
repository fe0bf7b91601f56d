"""Keeping documents and finding what is in them."""
