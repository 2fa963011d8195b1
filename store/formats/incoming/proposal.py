"""What a file of another program says about one report, before its words are found in ours."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.errors import DatelineError
from extract.records import Article
from store.items import Kind
from store.notes.tables import StoredNotes


class UnreadableImportError(DatelineError):
    """A line or annotation of a file that cannot be understood; the others are taken in."""

    def __init__(
        self, what: str, where: object = None, then: str = "mend it and import again"
    ) -> None:
        super().__init__(what, where, then or "mend it and import again")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of an annotation are said to stand; what is not known is none or empty."""

    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """What a file still has of an item of ours, as it was when it went out."""

    kind: Kind
    fields: Mapping[str, Any]
    ident: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One annotation, as the other program shows it; what is shown goes over what is `own`."""

    where: str
    """File and line or id, for a person to find it again."""
    label: str
    places: tuple[Place, ...]
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    state: str | None = None
    """What was decided there, in our words, where the file tells."""
    own: Own | None = None
    values: Mapping[str, str | None] = field(default_factory=dict)
    """Single values that the format shows, as labels, by field; none is that there is no value."""
    roles: tuple[tuple[str, Place], ...] | None = None
    """Links that the format shows, by role; none where it shows no links."""
    whole: bool = True
    """Whether its places are all that it has in the file."""
    event: bool = False
    """Whether the file says that it is an event, whatever its label."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What an item had beside its values when it went out, and has no more."""

    note: bool = False
    tags: tuple[str, ...] = ()
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What is written on words of which the file does not say what they are."""

    where: str
    place: Place
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False


@dataclass(frozen=True, slots=True)
class OwnNotes:
    """The whole notes of one annotator on a report, as our own export has them."""

    article: Article
    annotator: str
    kept: StoredNotes


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file says about one report."""

    where: str
    proposals: tuple[Proposal | UnreadableImportError, ...]
    key: str | None = None
    sha256: str | None = None
    text: str | None = None
    """The text that the offsets are for, where the file has it."""
    left_out: Counter[str] = field(default_factory=Counter)
    """What the file has and nothing here can take, counted by what it is."""
    remarks: tuple[Remark, ...] = ()
    """What goes to the item that stands at the words, where there is one."""
    notes: OwnNotes | None = None
    """Notes to be put in place whole, where it is our own export."""
