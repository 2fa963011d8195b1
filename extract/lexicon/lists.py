"""The word lists of one reader: those that ship, and a user's own added to them."""

import os
import stat
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from extract.errors import DatelineError
from extract.lexicon.shapes import Shape, shape_of

_SHIPPED = Path(__file__).parent
_LARGEST = 4_000_000
"""Bytes of a word list; no list that a person keeps comes near it."""
_NEXT = "mend or remove it; it is passed over"
_OUTCOMES = "outcomes"
_FORMERLY = "fates"
"""What a user's list of outcomes was called before."""


class LexiconError(DatelineError):
    """A word list that cannot be understood."""


class Lexicon:
    """Word lists that never change, and what rules have made of them."""

    def __init__(self, folder: Path | None = None) -> None:
        """The lists that ship, with those of a user's folder added; the folder may be missing.

        A list of the user's that cannot be understood is left out and named in `problems`.
        """
        self.problems: tuple[LexiconError, ...] = ()
        self.made: dict[object, Any] = {}
        """What was compiled from the lists, by the function that compiles it."""
        self._own: dict[str, dict[str, Any]] = {}
        self._tables: dict[str, dict[str, Any]] = {}
        for path in _lists_in(folder):
            try:
                name = _name_of(path)
                self._own[name] = _merged(self._own.get(name, {}), _understood(path))
            except LexiconError as error:
                self.problems += (error,)

    def table(self, name: str) -> dict[str, Any]:
        """Return the list called `name`, the user's entries added.

        Raises:
            FileNotFoundError: if no such list ships.
        """
        if name not in self._tables:
            own = self._own.get(name)
            shipped = _shipped(name)
            self._tables[name] = _merged(shipped, own) if own else shipped
        return self._tables[name]

    def without(self, name: str, problem: LexiconError) -> "Lexicon":
        """Return the same without the user's list of that name,
        and the reason among the problems."""
        other = Lexicon()
        other.problems = (*self.problems, problem)
        other._own = {key: own for key, own in self._own.items() if key != name}
        return other

    @property
    def own_lists(self) -> tuple[str, ...]:
        """Names of the lists that a user has added to, in alphabetical order."""
        return tuple(sorted(self._own))


def checked(lexicon: Lexicon, folder: Path, try_out: Callable[[Lexicon], None]) -> Lexicon:
    """Return the lexicon without those of the user's lists that `try_out` fails on, each named.

    `try_out` compiles everything that rules make of the lists: an entry may be well formed and
    still hang in the air, such as a trigger of a class that is not there.
    """
    while lexicon.own_lists:
        try:
            try_out(lexicon)
        except Exception as error:  # whatever a rule makes of an entry that it does not expect
            name = _culprit(lexicon, try_out)
            lexicon = lexicon.without(name, _complaint(error, folder / f"{name}.toml"))
        else:
            break
    return lexicon


def _culprit(lexicon: Lexicon, try_out: Callable[[Lexicon], None]) -> str:
    """The list without which the others can be used; the last where it takes several."""
    for name in lexicon.own_lists:
        try:
            try_out(lexicon.without(name, LexiconError("")))
        except Exception:  # then it is not this one alone
            continue
        return name
    return lexicon.own_lists[-1]


def _complaint(error: Exception, path: Path) -> LexiconError:
    said = error.what if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
    if isinstance(error, KeyError):
        said = f"{error} is missing"
    return LexiconError(f"not understood ({said})", path, _NEXT)


def _lists_in(folder: Path | None) -> Iterator[Path]:
    """The word lists of a folder, in alphabetical order; what cannot be listed has none."""
    if folder is None:
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (folder / name for name in names if name.endswith(".toml"))


def _understood(path: Path) -> dict[str, Any]:
    """A user's list, in the shape of the one that ships.

    Raises:
        LexiconError: if there is none of that name, or it has something else than that holds.
    """
    name = _name_of(path)
    if not (_SHIPPED / f"{name}.toml").is_file():
        raise LexiconError("no list of that name ships", path, "see the names of those that do")
    own = _load(path)
    problem = _shape(name).problem_in(own)
    if problem is not None:
        raise LexiconError(f"not understood ({problem})", path, _NEXT)
    return own


def _name_of(path: Path) -> str:
    return _OUTCOMES if path.stem == _FORMERLY else path.stem


def _shape(name: str) -> Shape:
    return shape_of(name, _shipped(name))


@cache
def _shipped(name: str) -> dict[str, Any]:
    """The list of that name as it ships: a file of the program, the same for all lexicons."""
    return _load(_SHIPPED / f"{name}.toml")


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(path).decode("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LexiconError(f"cannot be read ({reason})", path, _NEXT) from None
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, a number without end
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise LexiconError(f"not understood ({said[:200]})", path, _NEXT) from None


def _read(path: Path) -> bytes:
    """The bytes of a plain file; a pipe or a device would never come to an end.

    Raises:
        OSError: if it cannot be read, is no plain file, or larger than any word list.
    """
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(0, "not a plain file")
        if found.st_size > _LARGEST:
            raise OSError(0, "too large")
        return file.read()


def _merged(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """One table with the entries of both, which are of one shape."""
    joined = dict(base)
    for key, value in more.items():
        joined[key] = _joined(joined[key], value) if key in joined else value
    return joined


def _joined(old: Any, new: Any) -> Any:
    if isinstance(old, dict):
        return _merged(old, new)
    return [*old, *new] if isinstance(old, list) else new
