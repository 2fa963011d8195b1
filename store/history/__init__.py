"""The items of one article, the journal of their changes, and the way back."""
