"""How the syntax head (tags, relations, sentences, entities over the shared encoder) is made."""
