"""One decision on all items alike in a library: made, and taken back, as one act."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.errors import DatelineError
from store.annotations import Annotations
from store.errors import ReadOnlyError
from store.history.journal import Step
from store.items import Item, State
from store.library.library import Library


@dataclass(frozen=True, slots=True)
class Alike:
    """The undecided items of one article that are like another."""

    key: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act in many articles."""

    keys: tuple[str, ...]
    """Articles in which it was done."""
    refused: tuple[DatelineError, ...]
    """Why it was not in others: open in another program, changed since, unreadable."""


def new_act(number: int) -> str:
    """Return a remark for the journal by which the steps of one act are known,
    in that many articles."""
    return f"in {number} articles, act {secrets.token_hex(6)}"


def find_alike(library: Library, model: Item, but: str) -> Iterator[Alike]:
    """Yield the undecided items like one, article by article; `but` is the article it is from.

    An article that cannot be read is passed over: the queue tells of it. Takes a reading of each
    article in which the words stand, so call it in another thread.
    """
    for key in library.keys:
        if key == but:
            continue
        try:
            found = _alike_in(library, model, key)
        except DatelineError:
            continue
        if found:
            yield Alike(key, found)


def decide_library_wide(library: Library, found: Iterable[Alike], state: State, act: str) -> Done:
    """Decide on items in many articles, each in one step that bears the act's remark; return what
    was done."""
    ids = {alike.key: alike.ids for alike in found}

    def decide(annotations: Annotations) -> None:
        known = [ident for ident in ids[annotations.article.key] if ident in annotations]
        annotations.decide_many(known, state, act)

    return _in_each(library, ids, decide)


def undo_library_wide(library: Library, act: str, but: str) -> Done:
    """Take the act back in every other article, where nothing was changed since; return what was
    done."""
    return _replay(library, act, but, lambda notes: notes.next_undo, Annotations.undo)


def redo_library_wide(library: Library, act: str, but: str) -> Done:
    """Do the act again in every other article, where nothing was changed since; return what was
    done."""
    return _replay(library, act, but, lambda notes: notes.next_redo, Annotations.redo)


def _replay(
    library: Library,
    act: str,
    but: str,
    following: Callable[[Annotations], Step | None],
    replay: Callable[[Annotations], object],
) -> Done:
    def change(annotations: Annotations) -> None:
        step = following(annotations)
        if step is None or step.remark != act:
            what = "changed since, so left as it is"
            raise ReadOnlyError(what, annotations.article.key, "undo it there")
        replay(annotations)

    keys = [key for key in library.keys if key != but and library.notes_mention(key, act)]
    return _in_each(library, keys, change)


def _in_each(library: Library, keys: Iterable[str], change: Callable[[Annotations], None]) -> Done:
    done: list[str] = []
    refused: list[DatelineError] = []
    for key in keys:
        try:
            _change(library, key, change)
            done.append(key)
        except DatelineError as error:
            refused.append(error)
    return Done(tuple(done), tuple(refused))


def _change(library: Library, key: str, change: Callable[[Annotations], None]) -> None:
    """Open an article's notes, change them, and wait until they are on disk.

    Raises:
        DatelineError: if one of these cannot be done.
    """
    annotations = library.open_with_reading(key)
    try:
        change(annotations)
    finally:
        annotations.close()
    library.remember(annotations)


def _alike_in(library: Library, model: Item, key: str) -> tuple[str, ...]:
    article = library.article(key)
    if model.words.casefold() not in article.text.casefold():
        return ()
    annotations = library.look(article)
    alike = annotations.alike(model)
    return tuple(i for i in alike if annotations[i].state is State.UNDECIDED)
