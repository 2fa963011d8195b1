"""The one family of errors that a person is shown in a single line."""

from collections.abc import Iterator
from contextlib import contextmanager


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


class MissingExtraError(DatelineError):
    """An optional part of Dateline is not installed."""


@contextmanager
def reading(path: object) -> Iterator[None]:
    """Turn what the system says of a file that cannot be read into a line for a person.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read.
    """
    try:
        yield
    except FileNotFoundError:
        raise MissingReportError("no such file", path, "check the name") from None
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LoadError(f"cannot be read ({reason})", path, "check its permissions") from None


@contextmanager
def needs(package: str, extra: str) -> Iterator[None]:
    """Turn the lack of a package into a line that says which extra brings it.

    Raises:
        MissingExtraError: if an import inside fails.
    """
    try:
        yield
    except ImportError:
        raise MissingExtraError(
            f"{package} is not installed", then=f"pip install 'dateline[{extra}]'"
        ) from None
