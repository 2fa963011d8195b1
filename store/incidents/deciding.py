"""What a person does with incidents over several reports: one step each, in the incident's file.

Each returns the incident as it is after it. Each raises `UnknownItemError` for an incident that
there is not, and `ReadOnlyError` where its file cannot be written; nothing is changed then.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from extract.accounts import AccountKey
from store.errors import InvalidValueError
from store.history.journal import Step, Verb
from store.incidents.accounts import Claim
from store.incidents.changing import Naming, change
from store.incidents.incident_file import IncidentFile
from store.incidents.kept import (
    RULES,
    Adopted,
    Decision,
    Document,
    How,
    Verdict,
)
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from store.incidents.values import Column, checked, plainly


def join(incidents: LibraryIncidents, ident: str, other: str) -> IncidentRow:
    """Say that two incidents are one; return the row of that.

    Raises:
        InvalidValueError: if both are the same.
    """
    if ident == other:
        raise InvalidValueError("an incident cannot be joined with itself", then="choose another")
    mine, theirs = incidents.row(ident).accounts, incidents.row(other).accounts
    return _decide(incidents, ident, Verdict.TOGETHER, mine, theirs, (*mine, *theirs))


def confirm(incidents: LibraryIncidents, ident: str) -> IncidentRow:
    """Say that all accounts of an incident are of it, whatever the machine says later; return its
    row."""
    mine = incidents.row(ident).accounts
    return _decide(incidents, ident, Verdict.TOGETHER, mine, (), mine)


def separate(incidents: LibraryIncidents, ident: str, keys: Iterable[AccountKey]) -> IncidentRow:
    """Say that some accounts of an incident are of another, and remember it; return its row.

    Raises:
        InvalidValueError: if they are none of its accounts, or all.
    """
    gone, left = _parted(incidents.row(ident), keys)
    return _decide(incidents, ident, Verdict.APART, gone, left, left)


def leave_open(incidents: LibraryIncidents, ident: str, keys: Iterable[AccountKey]) -> IncidentRow:
    """Leave it to the machine whether accounts are of an incident, also where decided; return its
    row.

    Raises:
        InvalidValueError: if the incident has no accounts but these.
    """
    named = tuple(dict.fromkeys(keys))
    left = tuple(key for key in incidents.row(ident).accounts if key not in named)
    if not left or not named:
        raise InvalidValueError("it has no other accounts", then="choose one of its accounts")
    return _decide(incidents, ident, Verdict.UNDECIDED, named, left, incidents.row(ident).accounts)


def adopt(incidents: LibraryIncidents, ident: str, column: Column, claim: Claim) -> IncidentRow:
    """Take what one source says as the value of a column; return the row of the incident.

    Raises:
        InvalidValueError: if it says nothing in that column.
    """
    value = claim.values.get(column)
    if not value:
        raise InvalidValueError(f"this claim has no '{column}'", then="choose another column")
    whole = incidents.whole(claim.account.report)
    quote = claim.quotes.get(column, claim.quote)

    def made(act: Naming) -> dict[str, Document | None]:
        account = act.named(claim.account)
        now = act.file.now()
        found = Adopted(column, How.CLAIM, act.file.annotator, now, plainly(value),
                        account, claim.source, quote)  # fmt: skip
        return {column: found}

    if whole is None:
        raise InvalidValueError("its report is gone", then="correct the value by hand")
    return change(incidents, ident, Verb.CORRECT, made, also=(claim.account,))


def correct(incidents: LibraryIncidents, ident: str, values: Mapping[Column, Any]) -> IncidentRow:
    """Give columns values of a person's own, in one step; return the row of the incident.

    Numbers are a `Toll` or low, best and high by name; days are first and last; sides are names.

    Raises:
        InvalidValueError: naming the column that is wrong.
    """
    good = {column: plainly(checked(column, value)) for column, value in values.items()}

    def made(act: Naming) -> dict[str, Document | None]:
        by, now = act.file.annotator, act.file.now()
        return {c: Adopted(c, How.BY_HAND, by, now, value) for c, value in good.items()}

    return change(incidents, ident, Verb.CORRECT, made)


def follow_rule(
    incidents: LibraryIncidents, ident: str, column: Column, how: How | None = None
) -> IncidentRow:
    """Have a column follow a rule, or with none the library's, in place of a value adopted before;
    return the row of the incident.

    Raises:
        InvalidValueError: if that is no rule.
    """
    if how is not None and how not in RULES:
        raise InvalidValueError(f"'{how}' is no rule", then=f"choose one of {', '.join(RULES)}")

    def made(act: Naming) -> dict[str, Document | None]:
        by, now = act.file.annotator, act.file.now()
        return {column: Adopted(column, how, by, now) if how else None}

    return change(incidents, ident, Verb.CORRECT, made)


def note(incidents: LibraryIncidents, ident: str, words: str) -> IncidentRow:
    """Write a note on an incident, or with no words remove it; return its row."""
    return _jot(incidents, ident, Verb.NOTE, note=words.strip())


def tag(incidents: LibraryIncidents, ident: str, tags: Iterable[str]) -> IncidentRow:
    """Set the tags of an incident; return its row."""
    named = dict.fromkeys(one.strip() for one in tags if one.strip())
    return _jot(incidents, ident, Verb.TAG, tags=tuple(named))


def flag(incidents: LibraryIncidents, ident: str, on: bool) -> IncidentRow:
    """Flag an incident, or take the flag off; return its row."""
    return _jot(incidents, ident, Verb.FLAG, flag=on)


def undo(incidents: LibraryIncidents, ident: str | None = None) -> Step | None:
    """Take back the last step on an incident, or on any; return that step, or none."""
    done = {
        file: when
        for file in _files(incidents, ident)
        if (when := _when(file, file.journal.next_undo, Verb.REDO)) is not None
    }
    return _replay(incidents, max(done, key=lambda file: done[file], default=None), Verb.UNDO)


def redo(incidents: LibraryIncidents, ident: str | None = None) -> Step | None:
    """Do again what was taken back last on an incident, or on any; return that step, or none.

    What was taken back on one incident cannot be done again, unless it is asked for there, once
    something else was done on another.
    """
    undone = {
        file: when
        for file in _files(incidents, ident)
        if (when := _when(file, file.journal.next_redo, Verb.UNDO)) is not None
    }
    acts = [one.at for file in _files(incidents, ident) for one in file.kept.steps
            if one.verb not in (Verb.UNDO, Verb.REDO)]  # fmt: skip
    found = max(undone, key=lambda file: undone[file], default=None)
    if found is None or (ident is None and undone[found] < max(acts)):
        return None
    return _replay(incidents, found, Verb.REDO)


def _decide(
    incidents: LibraryIncidents,
    ident: str,
    verdict: Verdict,
    these: Sequence[AccountKey],
    those: Sequence[AccountKey],
    members: Sequence[AccountKey],
) -> IncidentRow:
    def made(act: Naming) -> dict[str, Document | None]:
        first, second = (tuple(map(act.named, keys)) for keys in (these, those))
        found = Decision(verdict, first, second, act.file.annotator, act.file.now())
        return {found.id: found}

    remark = f"{len(these)} and {len(those)} accounts {verdict}"
    return change(incidents, ident, Verb.DECIDE, made, (*these, *those), members, remark=remark)


def _jot(incidents: LibraryIncidents, ident: str, verb: Verb, **values: Any) -> IncidentRow:
    return change(incidents, ident, verb, lambda act: {}, values=values)


def _parted(
    row: IncidentRow, keys: Iterable[AccountKey]
) -> tuple[tuple[AccountKey, ...], tuple[AccountKey, ...]]:
    gone = tuple(dict.fromkeys(keys))
    left = tuple(key for key in row.accounts if key not in gone)
    if not gone or not set(gone) <= set(row.accounts):
        raise InvalidValueError("it is no account of this incident", then="choose one of its own")
    if not left:
        raise InvalidValueError("no account would be left", then="choose fewer")
    return gone, left


def _files(incidents: LibraryIncidents, ident: str | None) -> list[IncidentFile]:
    """The files of an incident, or all."""
    files = incidents.folder.files
    if ident is None:
        return list(files.values())
    known = incidents.files_of(ident) if ident in incidents else ()
    return [files[one] for one in dict.fromkeys([*known, ident]) if one in files]


def _when(file: IncidentFile, step: Step | None, verb: Verb) -> datetime | None:
    """When a step was last done or taken back, whichever the verb is; none for no step."""
    if step is None:
        return None
    later = (one for one in reversed(file.kept.steps) if one.of == step.number)
    return next((one.at for one in later if one.verb is verb), step.at)


def _replay(incidents: LibraryIncidents, file: IncidentFile | None, verb: Verb) -> Step | None:
    if file is None:
        return None
    incidents.hold(file)
    step = file.undo() if verb is Verb.UNDO else file.redo()
    incidents.decided(incidents.folder.followed[file.id].keys.values())
    return step
