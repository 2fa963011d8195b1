"""Files into articles: plain text, Markdown, rows of JSON, with what is known of their date.

Texts are kept as they stand but for a byte-order mark and carriage returns; offsets are code
points into that text.
"""

from extract.load.report import (
    ENDINGS,
    find_reports,
    from_row,
    from_text,
    is_report,
    key_of,
    load,
    read_row,
    readable,
    reports_in,
    walk,
)

__all__ = [
    "ENDINGS",
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
