"""What a name is called in all reports, by a line of the library's table of actors."""

from collections.abc import Iterator
from dataclasses import dataclass

from store.history.journal import Step
from store.items import Item, Kind
from store.references import is_reference
from store.wording import name
from tui.commands.context import Context
from tui.screens.choice import Choice
from tui.session.session import Touched

_PARTIES = ("side_a", "side_b", "associated", "actors", "targets", "counted", "source", "sources")
"""The fields of an item that name who takes part, is counted, or speaks."""
_NO_NAME = "This item names nobody: go to a name, an incident, an event or a figure."


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that was put into the table, or taken out, while the program runs."""

    name: str
    before: str
    """What the table called it; nothing where it was in no line."""
    step: Step | None
    """The last change of the report before it."""


def name_in_all(context: Context) -> None:
    """Ask what a name of the item is to be called in all reports."""
    item = context.session.review.item
    found = list(dict.fromkeys(_names(context, item))) if item else []
    if not found:
        context.tell(_NO_NAME)
    elif context.may_change():
        if len(found) == 1:
            _ask(context, found[0])
            return
        choices = [Choice(one, one, _coded(context, one)) for one in found]
        context.choose("Which name?", choices, lambda one: _ask(context, one))


def take_back(context: Context) -> bool:
    """Take back what was named last, if nothing was changed since; return whether it was."""
    session = context.session
    if not context.namings or context.namings[-1].step != session.annotations.next_undo:
        return False
    last = context.namings.pop()
    _put(context, last.name, "")
    if _coded(context, last.name) != last.before:
        _put(context, last.name, last.before)
    context.tell(f"Took back: what “{last.name}” is called in all reports")
    return True


def _ask(context: Context, called: str) -> None:
    before = _coded(context, called)

    def keep(words: str) -> None:
        coded = " ".join(words.split())
        if coded in (before, called if not before else None):
            return
        with context.telling():
            step = context.session.annotations.next_undo
            _put(context, called, coded)
            context.namings.append(Naming(called, before, step))
            context.tell(_told(called, coded, _coded(context, called)))

    known = [line.coded for line in context.session.library.actors.lines]
    context.ask(f"“{called}” in all reports is", keep, before=before or called, known=known)


def _put(context: Context, called: str, coded: str) -> None:
    """Write the line, and show what it changes."""
    session = context.session
    session.library.call(called, coded)
    session.annotations.actors = session.library.actors
    session.review.gather()
    context.screen.show_change(Touched(everything=True))
    context.over_reports = None


def _told(called: str, coded: str, now: str) -> str:
    if now != coded:
        return f"A line of your own calls “{called}” {now}: change it in the table of actors."
    if coded:
        return f"“{called}” is {coded} in all reports; u takes it back, = changes it."
    return f"“{called}” has its own name again in all reports; u takes that back."


def _names(context: Context, item: Item) -> Iterator[str]:
    """The names in an item as the report has them: its own, or those who take part."""
    kept = context.session.annotations.as_kept(item.id)
    if item.kind in (Kind.ENTITY, Kind.SOURCE):
        yield from filter(None, (name({"name": kept.fields.get("name")}),))
        return
    for part in _PARTIES:
        value = kept.fields.get(part)
        for one in value if isinstance(value, list) else [value]:
            if is_reference(one) and name(one):
                yield name(one)


def _coded(context: Context, called: str) -> str:
    """What the table calls it on the day of the report; nothing where it is in no line."""
    article = context.session.annotations.article
    line = context.session.library.actors.find((called,), article.published, frozenset())
    return line.coded if line else ""
