"""The trained attribution reader: cues first, then for each cue its source and content."""
