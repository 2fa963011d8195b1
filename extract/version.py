"""The version of the reader, apart so that naming it loads nothing."""

READER_VERSION = "1"
"""Raised when a release reads some report in another way; written into every reading."""
