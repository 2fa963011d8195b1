"""What a person does with incidents over several reports: one step each, in the incident's file.

Each returns the incident as it is after it. Each raises `UnknownItemError` for an incident that
there is not, and `ReadOnlyError` where its file cannot be written; nothing is changed then.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from extract.accounts import AccountKey
from store.errors import InvalidValueError
from store.history.journal import Step, Verb
from store.incidents.accounts import Claim
from store.incidents.incident_file import IncidentFile
from store.incidents.kept import (
    ABOUT,
    RULES,
    About,
    Adopted,
    Anchor,
    Decision,
    Document,
    How,
    Verdict,
)
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from store.incidents.values import Column, checked, plainly
from store.items import Standing


def join(incidents: LibraryIncidents, ident: str, other: str) -> IncidentRow:
    """Say that two incidents are one.

    Raises:
        InvalidValueError: if both are the same.
    """
    if ident == other:
        raise InvalidValueError("an incident cannot be joined with itself", then="choose another")
    mine, theirs = incidents.row(ident).accounts, incidents.row(other).accounts
    return _decide(incidents, ident, Verdict.TOGETHER, mine, theirs, (*mine, *theirs))


def confirm(incidents: LibraryIncidents, ident: str) -> IncidentRow:
    """Say that all accounts of an incident are of it, whatever the machine says later."""
    mine = incidents.row(ident).accounts
    return _decide(incidents, ident, Verdict.TOGETHER, mine, (), mine)


def separate(incidents: LibraryIncidents, ident: str, keys: Iterable[AccountKey]) -> IncidentRow:
    """Say that some accounts of an incident are of another; it is remembered.

    Raises:
        InvalidValueError: if they are none of its accounts, or all.
    """
    gone, left = _parted(incidents.row(ident), keys)
    return _decide(incidents, ident, Verdict.APART, gone, left, left)


def leave_open(incidents: LibraryIncidents, ident: str, keys: Iterable[AccountKey]) -> IncidentRow:
    """Leave it to the machine whether accounts are of an incident, also where that was decided.

    Raises:
        InvalidValueError: if the incident has no accounts but these.
    """
    named = tuple(dict.fromkeys(keys))
    left = tuple(key for key in incidents.row(ident).accounts if key not in named)
    if not left or not named:
        raise InvalidValueError("it has no other accounts", then="choose one of its accounts")
    return _decide(incidents, ident, Verdict.UNDECIDED, named, left, incidents.row(ident).accounts)


def adopt(incidents: LibraryIncidents, ident: str, column: Column, claim: Claim) -> IncidentRow:
    """Take what one source says as the value of a column.

    Raises:
        InvalidValueError: if it says nothing in that column.
    """
    value = claim.values.get(column)
    if not value:
        raise InvalidValueError(f"this claim has no '{column}'", then="choose another column")
    whole = incidents.whole(claim.account.report)
    quote = claim.quotes.get(column, claim.quote)

    def made(act: _Act) -> dict[str, Document | None]:
        account = act.named(claim.account)
        now = act.file.now()
        found = Adopted(column, How.CLAIM, act.file.annotator, now, plainly(value),
                        account, claim.source, quote)  # fmt: skip
        return {column: found}

    if whole is None:
        raise InvalidValueError("its report is gone", then="correct the value by hand")
    return _act(incidents, ident, Verb.CORRECT, made, also=(claim.account,))


def correct(incidents: LibraryIncidents, ident: str, values: Mapping[Column, Any]) -> IncidentRow:
    """Give columns values of a person's own, in one step.

    Numbers are a `Toll` or low, best and high by name; days are first and last; sides are names.

    Raises:
        InvalidValueError: naming the column that is wrong.
    """
    good = {column: plainly(checked(column, value)) for column, value in values.items()}

    def made(act: _Act) -> dict[str, Document | None]:
        by, now = act.file.annotator, act.file.now()
        return {c: Adopted(c, How.BY_HAND, by, now, value) for c, value in good.items()}

    return _act(incidents, ident, Verb.CORRECT, made)


def follow_rule(
    incidents: LibraryIncidents, ident: str, column: Column, how: How | None = None
) -> IncidentRow:
    """Have a column follow a rule, in place of a value adopted before; without one, the library's.

    Raises:
        InvalidValueError: if that is no rule.
    """
    if how is not None and how not in RULES:
        raise InvalidValueError(f"'{how}' is no rule", then=f"choose one of {', '.join(RULES)}")

    def made(act: _Act) -> dict[str, Document | None]:
        by, now = act.file.annotator, act.file.now()
        return {column: Adopted(column, how, by, now) if how else None}

    return _act(incidents, ident, Verb.CORRECT, made)


def note(incidents: LibraryIncidents, ident: str, words: str) -> IncidentRow:
    """Write a note on an incident; no words remove it."""
    return _jot(incidents, ident, Verb.NOTE, note=words.strip())


def tag(incidents: LibraryIncidents, ident: str, tags: Iterable[str]) -> IncidentRow:
    """Set the tags of an incident."""
    named = dict.fromkeys(one.strip() for one in tags if one.strip())
    return _jot(incidents, ident, Verb.TAG, tags=tuple(named))


def flag(incidents: LibraryIncidents, ident: str, on: bool) -> IncidentRow:
    """Flag an incident, or take the flag off."""
    return _jot(incidents, ident, Verb.FLAG, flag=on)


def undo(incidents: LibraryIncidents, ident: str | None = None) -> Step | None:
    """Take back the last step on an incident, or on any; that step, or none if there is none."""
    file = _file_with(incidents, ident, lambda one: one.next_undo, _made_at)
    return _replay(incidents, file, IncidentFile.undo)


def redo(incidents: LibraryIncidents, ident: str | None = None) -> Step | None:
    """Do again what was taken back last on an incident, or on any; that step, or none."""
    file = _file_with(incidents, ident, lambda one: one.next_redo, lambda one: one.last)
    return _replay(incidents, file, IncidentFile.redo)


@dataclass(slots=True)
class _Act:
    """A change under way, and the accounts that it names."""

    file: IncidentFile
    ids: dict[AccountKey, str]
    new: dict[AccountKey, Anchor]

    def named(self, key: AccountKey) -> str:
        """The id by which the file names an account."""
        return self.ids[key]


def _decide(
    incidents: LibraryIncidents,
    ident: str,
    verdict: Verdict,
    these: Sequence[AccountKey],
    those: Sequence[AccountKey],
    members: Sequence[AccountKey],
) -> IncidentRow:
    def made(act: _Act) -> dict[str, Document | None]:
        first, second = (tuple(map(act.named, keys)) for keys in (these, those))
        found = Decision(verdict, first, second, act.file.annotator, act.file.now())
        return {found.id: found}

    remark = f"{len(these)} and {len(those)} accounts {verdict}"
    return _act(incidents, ident, Verb.DECIDE, made, (*these, *those), members, remark=remark)


def _jot(incidents: LibraryIncidents, ident: str, verb: Verb, **values: Any) -> IncidentRow:
    return _act(incidents, ident, verb, lambda act: {}, values=values)


def _act(
    incidents: LibraryIncidents,
    ident: str,
    verb: Verb,
    made: Callable[[_Act], dict[str, Document | None]],
    also: Sequence[AccountKey] = (),
    members: Sequence[AccountKey] | None = None,
    *,
    values: Mapping[str, Any] | None = None,
    remark: str = "",
) -> IncidentRow:
    """Change an incident's file in one step, and put together anew what that touches."""
    row = incidents.row(ident)
    if not row.accounts and not incidents.files_of(ident):
        raise InvalidValueError("nothing is left of it", then="choose another")
    file = incidents.folder.file(next(iter(incidents.files_of(ident)), ident))
    touched = tuple(dict.fromkeys([*row.accounts, *also]))
    act = _named(incidents, file, touched)
    documents = made(act)
    about = _about(incidents, act, row.accounts if members is None else members, values or {})
    if about != file.kept.about:
        documents[ABOUT] = replace(about, by=file.annotator, at=file.now())
    if file.change(verb, documents, act.new.values(), remark):
        _follow(incidents, file, act)
        incidents.decided(touched)
    found = next((one for key in (members or row.accounts)
                  if (one := incidents.incident_of(key))), None)  # fmt: skip
    return found or incidents.row(file.id)


def _named(incidents: LibraryIncidents, file: IncidentFile, keys: Sequence[AccountKey]) -> _Act:
    """The accounts as the file names them; anchors for those that it does not name yet."""
    known = dict(incidents.anchors_of(file.id, keys))
    new: dict[AccountKey, Anchor] = {}
    for key in keys:
        if key not in known:
            anchor = incidents.reports.anchor(key)
            if anchor is None:
                then = "open the list again when its report can be read"
                raise InvalidValueError("an account cannot be looked at", key.report, then)
            new[key] = anchor
            known[key] = anchor.id
    return _Act(file, known, new)


def _about(
    incidents: LibraryIncidents,
    act: _Act,
    members: Sequence[AccountKey],
    values: Mapping[str, Any],
) -> About:
    """What is said of the incident, with its accounts now; those that are lost stay with it."""
    followed = incidents.folder.followed[act.file.id]
    about = act.file.kept.about
    lost = [one for one in about.members if one not in followed.keys]
    named = (act.named(key) for key in members)
    return replace(about, members=tuple(dict.fromkeys([*named, *lost])), **values)


def _follow(incidents: LibraryIncidents, file: IncidentFile, act: _Act) -> None:
    followed = incidents.folder.followed[file.id]
    for key, anchor in act.new.items():
        followed.keys[anchor.id] = key
        followed.standing[anchor.id] = Standing.FIRM


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


def _file_with(
    incidents: LibraryIncidents,
    ident: str | None,
    step: Callable[[IncidentFile], Step | None],
    when: Callable[[IncidentFile], datetime | None],
) -> IncidentFile | None:
    """Of an incident's files, or of all, the one in which the newest such step was made."""
    files = incidents.folder.files
    named = files if ident is None else _about_incident(incidents, ident)
    found = [files[one] for one in named if step(files[one]) is not None]
    return max(found, key=lambda one: when(one) or datetime.min, default=None)


def _about_incident(incidents: LibraryIncidents, ident: str) -> Iterable[str]:
    known = incidents.files_of(ident) if ident in incidents else ()
    return dict.fromkeys([*known, *([ident] if ident in incidents.folder.files else [])])


def _made_at(file: IncidentFile) -> datetime | None:
    step = file.next_undo
    return step.at if step else None


def _replay(
    incidents: LibraryIncidents,
    file: IncidentFile | None,
    replay: Callable[[IncidentFile], Step | None],
) -> Step | None:
    if file is None:
        return None
    step = replay(file)
    incidents.decided(incidents.folder.followed[file.id].keys.values())
    return step
