"""Immutable records that every stage reads and writes.

This package imports msgspec and the standard library and nothing else of ours.
Import each record from the file that defines it.
"""
