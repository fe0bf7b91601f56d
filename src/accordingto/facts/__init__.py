"""Figures, times, places and labels, each pointing at its words."""
