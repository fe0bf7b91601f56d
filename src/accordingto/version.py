"""The version of this software: part of every document, since it decides what is read."""

__version__ = "0.1.0"
