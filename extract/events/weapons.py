"""What kind of attack harm was, by the weapon that did it: "a roadside bomb killed four"."""

from extract.doc.clauses import Clauses
from extract.doc.morphology import noun_forms
from extract.events.matching import Hit
from extract.events.triggers import Category, triggers
from extract.lexicon import cached, table


def weapon_class(hit: Hit, clauses: Clauses) -> Category | None:
    """The class of the weapon that a verb of harm has for its doer; none where none is told."""
    place = clauses.place_of(hit.head)
    if not (hit.category.consequence and hit.category.people and clauses.is_verb(place)):
        return None
    if clauses.is_passive(place):
        doers = [p for prep, p in clauses.obliques(place) if prep == "by"]
    else:
        doers = clauses.subjects(place)
    found = (_weapons().get(clauses.head(doer)) for doer in doers)
    name = next((name for name in found if name), None)
    return triggers().categories[name] if name else None


@cached
def _weapons() -> dict[str, str]:
    """The class of event by every form of the nouns of weapons."""
    by_class = table("triggers")["weapon"]
    return {form: name for name, nouns in by_class.items() for n in nouns for form in noun_forms(n)}
