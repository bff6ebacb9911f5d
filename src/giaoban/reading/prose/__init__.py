"""Official Vietnamese prose: what its sentences say, each with its place in the text."""
