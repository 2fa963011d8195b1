"""The figures of agreement between two annotators on the same reports."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.agreement.coefficients import cohens_kappa, krippendorffs_alpha
from store.agreement.joinings import JoiningAgreement
from store.agreement.pairing import Pairing, by_exact_span, by_overlap
from store.formats.document import Choice, Document
from store.formats.marks import label_of
from store.items import Item, State
from store.kinds import Kind, definition

Documents = tuple[Document, Document]
"""The same report under the first and under the second annotator."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items both annotators have, and how many one alone."""

    both: int = 0
    only_first: int = 0
    only_second: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the second annotator's items that the first has too."""
        return _share(self.both, self.both + self.only_second)

    @property
    def recall(self) -> float | None:
        """The share of the first annotator's items that the second has too."""
        return _share(self.both, self.both + self.only_first)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; the same whoever is called first."""
        return _share(2 * self.both, 2 * self.both + self.only_first + self.only_second)


@dataclass(frozen=True, slots=True)
class Values:
    """For items both have: how many give the same value."""

    name: str
    same: int
    compared: int

    @property
    def share(self) -> float | None:
        """Same out of compared."""
        return _share(self.same, self.compared)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything that is told about two annotators."""

    first: str
    second: str
    reports: int
    exact: dict[Kind, Counts]
    """By kind: same span and label."""
    overlapping: dict[Kind, Counts]
    """By kind: spans that overlap and the same label."""
    kappa: float | None
    """Cohen's kappa of accepted against rejected, on suggestions that both decided."""
    decided_by_both: int
    alpha: float | None
    """Krippendorff's alpha of the labels, where spans of the same kind overlap."""
    labelled_by_both: int
    values: tuple[Values, ...]
    joining: JoiningAgreement | None = None
    """Which accounts tell of one incident; none where neither has decided on any."""


def agreement(pairs: Sequence[Documents], first: str, second: str) -> Agreement:
    """Return the agreement of two annotators over reports that both have reviewed."""
    decisions = [decision for pair in pairs for decision in _decisions(*pair)]
    labels = [label for pair in pairs for label in _labels(*pair)]
    return Agreement(
        first,
        second,
        len(pairs),
        _by_kind(pairs, by_exact_span),
        _by_kind(pairs, by_overlap),
        cohens_kappa(decisions),
        len(decisions),
        krippendorffs_alpha(labels),
        len(labels),
        tuple(_values(pairs)),
    )


def held(document: Document, kind: Kind | None = None) -> list[Item]:
    """Return the items that the annotator says hold."""
    found = document.chosen(Choice.ACCEPTED)
    return [item for item in found if kind is None or item.kind is kind]


def _by_kind(
    pairs: Sequence[Documents], pairing: Callable[[Sequence[Item], Sequence[Item]], Pairing]
) -> dict[Kind, Counts]:
    return {
        kind: _counted(pairing(held(one, kind), held(other, kind)) for one, other in pairs)
        for kind in Kind
    }


def _counted(pairings: Iterable[Pairing]) -> Counts:
    found = list(pairings)
    return Counts(
        sum(len(one.both) for one in found),
        sum(len(one.only_first) for one in found),
        sum(len(one.only_second) for one in found),
    )


_HELD = {
    State.ACCEPTED: "accepted",
    State.CORRECTED: "accepted",
    State.REJECTED: "rejected",
}


def _decisions(one: Document, other: Document) -> Iterator[tuple[Hashable, Hashable]]:
    """Both annotators' decisions on each suggestion that both decided."""
    theirs = {item.id: item for item in other.items if item.suggestion}
    for item in one.items:
        twin = theirs.get(item.id)
        if item.suggestion and twin and item.state in _HELD and twin.state in _HELD:
            yield _HELD[item.state], _HELD[twin.state]


def _labels(one: Document, other: Document) -> Iterator[tuple[str, str]]:
    for item, twin in by_overlap(held(one), held(other), any_label=True).both:
        yield label_of(item), label_of(twin)


def _values(pairs: Sequence[Documents]) -> Iterator[Values]:
    for kind in Kind:
        for name, value in definition(kind).compared.items():
            matched = [
                (value(item), value(twin))
                for one, other in pairs
                for item, twin in by_overlap(held(one, kind), held(other, kind)).both
            ]
            given = [(mine, theirs) for mine, theirs in matched if mine or theirs]
            yield Values(name, sum(mine == theirs for mine, theirs in given), len(given))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
