"""How the weights of the event coder are made; see README.md."""
