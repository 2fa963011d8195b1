"""A change of one incident over several reports: one step in its file, and what it touches.

Anchors are made here for the accounts that a file does not name yet.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.accounts import AccountKey
from store.errors import InvalidValueError
from store.history.journal import Verb
from store.incidents.incident_file import IncidentFile
from store.incidents.kept import ABOUT, About, Anchor, Document
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from store.items import Standing


@dataclass(slots=True)
class Naming:
    """A change under way, and the accounts that it names."""

    file: IncidentFile
    ids: dict[AccountKey, str]
    new: dict[AccountKey, Anchor]

    def named(self, key: AccountKey) -> str:
        """Return the id by which the file names an account."""
        return self.ids[key]


def change(
    incidents: LibraryIncidents,
    ident: str,
    verb: Verb,
    made: Callable[[Naming], dict[str, Document | None]],
    also: Sequence[AccountKey] = (),
    members: Sequence[AccountKey] | None = None,
    *,
    values: Mapping[str, Any] | None = None,
    remark: str = "",
) -> IncidentRow:
    """Change an incident's file in one step, put together anew what that touches; return its
    row."""
    row = incidents.row(ident)
    if not row.accounts and not incidents.files_of(ident):
        raise InvalidValueError("nothing is left of it", then="choose another")
    file = incidents.folder.file(next(iter(incidents.files_of(ident)), ident))
    incidents.hold(file)
    row = incidents.row(ident) if ident in incidents else row
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


def _named(incidents: LibraryIncidents, file: IncidentFile, keys: Sequence[AccountKey]) -> Naming:
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
    return Naming(file, known, new)


def _about(
    incidents: LibraryIncidents,
    act: Naming,
    members: Sequence[AccountKey],
    values: Mapping[str, Any],
) -> About:
    """What is said of the incident, with its accounts now; those that are lost stay with it."""
    followed = incidents.folder.followed[act.file.id]
    about = act.file.kept.about
    lost = [one for one in about.members if one not in followed.keys]
    named = (act.named(key) for key in members)
    return replace(about, members=tuple(dict.fromkeys([*named, *lost])), **values)


def _follow(incidents: LibraryIncidents, file: IncidentFile, act: Naming) -> None:
    followed = incidents.folder.followed[file.id]
    for key, anchor in act.new.items():
        followed.keys[anchor.id] = key
        followed.standing[anchor.id] = Standing.FIRM
