"""Which lexicon the rules go by, and what they have made of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar, overload

from extract.lexicon import tables
from extract.lexicon.lists import Lexicon, checked

BLANK = r"[^\S\n]{1,3}"
"""Between the words of an entry: spaces on one line."""


def alternation(words: Iterable[str], blank: str = BLANK) -> str:
    """Return a group that takes any of the words, longer ones first; `blank` parts words in it."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    found = "|".join(re.escape(word).replace(r"\ ", blank) for word in longest_first)
    return f"(?:{found})"


_T = TypeVar("_T")
_P = ParamSpec("_P")
_SHIPPED = Lexicon()
"""The lists that ship, each loaded when it is first asked for; they never change."""
_in_use: ContextVar[Lexicon] = ContextVar("lexicon", default=_SHIPPED)
_makers: list[Callable[[], Any]] = []


def shipped() -> Lexicon:
    """Return the lists that ship, which the rules go by where no other lexicon is in use."""
    return _SHIPPED


def lexicon_of(folder: Path | None) -> Lexicon:
    """Return the lists that ship with those of a user's folder;
    a list that cannot be used is left out.

    To be called once all rules are loaded, since every one of them is asked whether it can use
    what the lists hold.
    """
    found = Lexicon(folder)
    if folder is None or not (found.own_lists or found.problems):
        return shipped()
    return checked(found, folder, _try_out)


def _try_out(lexicon: Lexicon) -> None:
    with using(lexicon):
        for maker in _makers:
            maker()


@contextmanager
def using(lexicon: Lexicon) -> Iterator[Lexicon]:
    """Let the rules go by a lexicon, in this thread, until the block ends; yield that lexicon."""
    token = _in_use.set(lexicon)
    try:
        yield lexicon
    finally:
        _in_use.reset(token)


@overload
def table(name: tables.Plain) -> tables.Sections: ...
@overload
def table(name: Literal["actors"]) -> tables.Actors: ...
@overload
def table(name: Literal["anchors"]) -> tables.Anchors: ...
@overload
def table(name: Literal["armed"]) -> tables.Armed: ...
@overload
def table(name: Literal["cues"]) -> tables.Cues: ...
@overload
def table(name: Literal["dates"]) -> tables.Dates: ...
@overload
def table(name: Literal["evidence"]) -> tables.Evidence: ...
@overload
def table(name: Literal["nouns"]) -> tables.Nouns: ...
@overload
def table(name: Literal["numbers"]) -> tables.Numbers: ...
@overload
def table(name: Literal["outcomes"]) -> tables.Outcomes: ...
@overload
def table(name: Literal["people"]) -> tables.People: ...
@overload
def table(name: Literal["schemes"]) -> tables.Schemes: ...
@overload
def table(name: Literal["source_kinds"]) -> tables.SourceKinds: ...
@overload
def table(name: Literal["spelling"]) -> tables.Spelling: ...
@overload
def table(name: Literal["triggers"]) -> tables.Triggers: ...
@overload
def table(name: Literal["units"]) -> tables.Units: ...
@overload
def table(name: str) -> Any: ...
def table(name: str) -> Any:
    """Return the list called `name` of the lexicon in use, of the type that `tables` has for it.

    Raises:
        FileNotFoundError: if no such list ships.
    """
    return _in_use.get().table(name)


def cached(function: Callable[[], _T]) -> Callable[[], _T]:
    """Return the function, without arguments, so that it is worked out once for each lexicon."""
    get = _in_use.get

    @wraps(function)
    def made() -> _T:
        try:
            found: _T = get().made[function]
        except KeyError:
            found = get().made[function] = function()
        return found

    _makers.append(made)
    return made


def cached_by(size: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Return a decorator that keeps, for each lexicon, the answers on the `size` words asked
    last."""

    def remembering(function: Callable[_P, _T]) -> Callable[_P, _T]:
        get = _in_use.get

        @wraps(function)
        def answer(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            try:
                known = get().made[function]
            except KeyError:
                known = get().made[function] = lru_cache(maxsize=size)(function)
            found: _T = known(*args, **kwargs)
            return found

        return answer

    return remembering
