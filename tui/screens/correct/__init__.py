"""Correcting an item: its words and its values in one form beside the text."""
