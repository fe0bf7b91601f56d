"""The command line: a thin view."""
