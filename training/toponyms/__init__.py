"""Makes the weights by which place names are told and placed: see the README here."""
