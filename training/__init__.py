"""How the data that ship with the package were made: recipes, fits, evaluations."""
