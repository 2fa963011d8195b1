"""Word files, ODT files, books (EPUB) and mails into Markdown (extra `dateline[documents]`)."""
