"""Formats that need a library which not everybody installs."""

from collections.abc import Iterator
from contextlib import contextmanager

from store.errors import StoreError


class MissingExtraError(StoreError):
    """An optional part of Dateline is not installed."""


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
