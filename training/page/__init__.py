"""How the weights of the body score are fitted and judged."""
