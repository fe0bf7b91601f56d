"""Syntax read from the shared encoder's vectors: what a parser gives, at a part of its cost."""
