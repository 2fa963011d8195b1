"""A report read: file -> Article -> Reading.

Knows no database and no screen; nothing here may import `store`, `tui`, TinyDB or Textual.
"""
