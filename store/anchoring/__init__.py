"""Words that are found again when the text around them has changed."""
