"""Makes the weights by which a text's toll is settled: see the README here."""
