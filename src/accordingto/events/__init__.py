"""Events: what happened, by every wording that names it, with who, when, where and who says so."""
