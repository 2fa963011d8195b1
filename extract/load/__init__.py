"""Files into articles: plain text, Markdown, rows of JSON, with what is known of their date.

Texts are kept as they stand but for a byte-order mark and carriage returns; offsets are code
points into that text.
"""

from extract.load.library import find_reports, is_report, key_of, readable, reports_in, walk
from extract.load.report import READABLE, from_row, from_text, load, read_row

__all__ = [
    "READABLE",
    "find_reports",
    "from_row",
    "from_text",
    "is_report",
    "key_of",
    "load",
    "read_row",
    "readable",
    "reports_in",
    "walk",
]
