"""How the attribution reader's encoder and heads are trained, taught, exported and judged."""
