"""Word lists as data: one TOML file a subject, each entry with its class.

A user's own lists, in the folder `lexicon/` of a library, are added to the ones that ship: tables
are merged key by key, lists are joined.
"""

import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from extract.errors import DatelineError

_SHIPPED = Path(__file__).parent
_T = TypeVar("_T")
_own_folder: Path | None = None
_clear_caches: list[Callable[[], None]] = []


class LexiconError(DatelineError):
    """A word list that cannot be understood."""


def cached(function: Callable[[], _T]) -> Callable[[], _T]:
    """Remember what a function without arguments makes of the lists, until `use` changes them."""
    remembering = lru_cache(maxsize=1)(function)
    _clear_caches.append(remembering.cache_clear)
    return remembering


def use(folder: Path | None) -> None:
    """Add the lists of a user's folder from now on; none goes back to the shipped ones."""
    global _own_folder
    if folder == _own_folder:
        return
    _own_folder = folder
    _table.cache_clear()
    for clear in _clear_caches:
        clear()


def table(name: str) -> dict[str, Any]:
    """The list called `name`, the user's entries added.

    Raises:
        FileNotFoundError: if no such list ships.
        LexiconError: if the user's file is no TOML, or has something in a place for other things.
    """
    return _table(name)


@lru_cache(maxsize=64)
def _table(name: str) -> dict[str, Any]:
    shipped = _load(_SHIPPED / f"{name}.toml")
    own = _own_folder / f"{name}.toml" if _own_folder else None
    if own is None or not own.is_file():
        return shipped
    try:
        return _merged(shipped, _load(own))
    except TypeError as error:
        raise LexiconError(f"not understood ({error})", own, "see the list that ships") from None


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"not understood ({error})", path, "mend or remove it") from None


def _merged(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """One table with the entries of both.

    Raises:
        TypeError: if a value is of another kind than what stands there, or beside it.
    """
    joined = dict(base)
    for key, value in more.items():
        beside = [base[key]] if key in base else list(base.values())
        if beside and type(value) not in map(type, beside):
            raise TypeError(f"'{key}' does not belong there")
        joined[key] = _joined(joined[key], value) if key in joined else value
    return joined


def _joined(old: Any, new: Any) -> Any:
    if isinstance(old, dict):
        return _merged(old, new)
    return [*old, *new] if isinstance(old, list) else new
