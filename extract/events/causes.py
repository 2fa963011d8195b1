"""What came of what: the killing that the bombing did is one event with it."""

from collections.abc import Iterable, Sequence

from extract.events.clauses import Clauses
from extract.events.drafts import Draft
from extract.events.phrases import LONGEST_CLAUSE, NONE
from extract.events.words import frames

_MEANS = frozenset(
    {"in", "during", "by", "from", "after", "when", "as", "following", "amid", "with"}
)
"""Before or at the head of what brought the harm about."""


def tie_causes(drafts: Sequence[Draft], clauses: Clauses) -> None:
    """Tell each harm of one sentence which of the sentence's other events brought it about."""
    by_place = {clauses.place_of(draft.hit.head): draft for draft in drafts}
    by_place.pop(NONE, None)
    for draft in drafts:
        place = clauses.place_of(draft.hit.head)
        if _tells_end(draft, place, clauses):
            _end(draft, (by_place.get(p) for p in _befallen(place, clauses)))
        if draft.cause is None and draft.category.consequence:
            draft.cause = next(
                (
                    by_place[place]
                    for place in _candidates(draft, clauses)
                    if place in by_place and _may_cause(by_place[place], draft)
                ),
                None,
            )


def _tells_end(draft: Draft, place: int, clauses: Clauses) -> bool:
    """Whether a verb may tell how an act ended: "repelled", "was beaten back"."""
    if not draft.category.reciprocal or not clauses.is_verb(place):
        return False
    return clauses.passive(place) or clauses.head(place) in frames().support_target


def _end(draft: Draft, acts: Iterable[Draft | None]) -> None:
    """Make a verb such as "repelled" a mention of the act, which befell whoever repelled it."""
    act = next((act for act in acts if act is not None and act.category.cause), None)
    if act is not None and act is not draft:
        draft.cause = act
        draft.actors, draft.targets = [], draft.actors


def _befallen(verb: int, clauses: Clauses) -> list[int]:
    """What a verb tells the end of: the attack of "the attack was repelled"."""
    if not clauses.is_verb(verb):
        return []
    return clauses.subjects(verb) if clauses.passive(verb) else clauses.objects(verb)


def _may_cause(cause: Draft, draft: Draft) -> bool:
    return cause is not draft and cause.category.cause


def _candidates(draft: Draft, clauses: Clauses) -> list[int]:
    """The phrases that may name the cause: subjects, what stands behind "in", clauses beside."""
    place = clauses.place_of(draft.hit.head)
    if place == NONE:
        return []
    verb = place if clauses.is_verb(place) else clauses.governor(place)
    found = [p for prep, p in clauses.modifiers(place) if prep in _MEANS]
    if not clauses.is_verb(verb):
        return [*found, *clauses.verbs_on(place)]
    if not clauses.passive(verb):
        found += clauses.subjects(verb)
    found += [p for prep, p in clauses.obliques(verb) if prep in _MEANS]
    found += [
        p for p in clauses.children(verb) if clauses.is_verb(p) and clauses.opener(p) in _MEANS
    ]
    found += _where(verb, clauses)
    above = clauses.governor(verb)
    return [*found, above] if above != NONE and verb == place else found


def _where(verb: int, clauses: Clauses) -> list[int]:
    """The parts of a clause on what went on where the harm was done: ", where an attack"."""
    last = min(clauses.sentence.last, clauses.phrases[verb].last + LONGEST_CLAUSE)
    for token in range(clauses.phrases[verb].last, last):
        if clauses.syntax.lower(token) == "where":
            first, end = clauses.region(token + 1) if token + 1 < last else (token, token)
            return [clauses.place_of(inside) for inside in range(max(first, token), end)]
    return []
