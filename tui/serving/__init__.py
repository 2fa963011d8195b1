"""The reader in a browser: a small server of its own, closed to everything but its own page."""
