"""Articles kept, decisions kept, exports.

Knows the records of `extract`; nothing here may import `tui` or Textual.
"""
