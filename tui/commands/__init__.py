"""One module a command; each has `command`. Textual is imported by `read` alone, when it runs."""
