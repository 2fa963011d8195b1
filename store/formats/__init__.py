"""Reviewed reports in the formats that other programs read, and back.

One module a format in `codecs`, which registers itself; nothing there touches the disk but the
reading of the file that is brought in.
"""
