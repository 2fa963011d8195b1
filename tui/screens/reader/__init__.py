"""The reader's screen: the article and, beside it, what was found in it."""
