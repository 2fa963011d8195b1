"""What can go wrong with what is kept; each error is one line: what, where, what next."""

from extract.errors import DatelineError


class StoreError(DatelineError):
    """Something about the notes that a person can act on."""


class ReadOnlyError(StoreError):
    """A change to notes that were opened for reading only."""


class UnknownItemError(StoreError):
    """No item has that id."""


class InvalidValueError(StoreError):
    """A field, span, tag or name that cannot be kept; the change was not made."""


class DamagedError(StoreError):
    """A file of notes that cannot be understood; it is kept as it is."""

    def __init__(self, what: str, where: object = None, then: str = "") -> None:
        next_step = then or "mend it, or open the report to set it aside whole and begin anew"
        super().__init__(f"damaged ({what})", where, next_step)


class NewerVersionError(StoreError):
    """A file of notes written by a newer Dateline."""


class SaveError(StoreError):
    """Notes that could not be put on disk; they are still in memory."""
