"""Reviewed reports in the formats that other programs read, and back.

One module a format; each turns documents into files without touching the disk.
"""
