"""The one family of errors that a person is told about in a single line."""


class DatelineError(Exception):
    """Something a person can act on.

    Its text is one line: what is wrong, where, and what to do next.
    """

    def __init__(self, what: str, where: object = None, then: str = "") -> None:
        self.what = what
        self.where = str(where) if where is not None else None
        self.then = then
        place = f"{self.where}: " if self.where else ""
        super().__init__(f"{place}{what}{f'; {then}' if then else ''}")


class LoadError(DatelineError):
    """A report that cannot be read."""


class MissingReportError(LoadError):
    """No file or folder is there."""


class EmptyLibraryError(LoadError):
    """A folder holds no report."""
