"""A trained judge of pairs of statements, for what no rule can point at."""
