"""How far two annotators agree on the same reports, and where they differ."""
