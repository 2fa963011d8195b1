"""PDFs into Markdown, a mark at each page's begin (extra `dateline[pdf]`)."""

from extract.load.pdf.document import parse

__all__ = ["parse"]
