"""How the statements of one article stand to each other: who denies, disputes, repeats whom."""
