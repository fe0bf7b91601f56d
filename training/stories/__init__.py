"""Recipes for what the stories stage has learnt."""
