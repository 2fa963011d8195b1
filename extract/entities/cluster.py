"""Mentions that mean one and the same, while the report is still being read."""

from dataclasses import dataclass, field

from extract.entities.view import Draft
from extract.records import Label


@dataclass(slots=True, eq=False)
class Cluster:
    """An entity in the making."""

    label: Label
    name: str
    """The fullest name so far."""
    drafts: list[Draft] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    """Nouns said of it, singular, in lower case: "minister", "watchdog", "province"."""
    sorts: set[str] = field(default_factory=set)
    """Sorts of body it may be; kinds of place; the sex of a person."""
    country: str | None = None
    former: bool = False
    role: str | None = None
    """What the report calls a person: "health minister"."""
    side: str = ""
    armed: bool = False

    @property
    def first(self) -> int:
        """First token of its first mention."""
        return min(draft.first for draft in self.drafts)

    def add(self, draft: Draft, probable: bool = False) -> None:
        """Take a mention in."""
        draft.probable = draft.probable or probable
        self.drafts.append(draft)
