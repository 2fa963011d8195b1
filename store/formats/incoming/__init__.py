"""Annotations made elsewhere, read from the formats of other programs and set in our reports."""
