"""The country that an incident took place in."""

from collections import Counter
from collections.abc import Iterator

from extract.gazetteer import country_named
from extract.vocabulary import Label
from store.formats.claims import Incident
from store.formats.document import Document
from store.items import Item, Kind


def country_of(incident: Incident, document: Document) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country of an incident; none where nobody tells.

    That of its place or of a wider place that holds it; else the one that most places of the
    report lie in, so that an unknown village is where its neighbours are. One name alone, of a
    town that may have its like elsewhere, tells no country.
    """
    known = _by_name(document)
    places = [incident.field("place"), *(incident.field("around") or ())]
    home = _home(document)
    told = [known[one["name"]] for one in places if one and one["name"] in known]
    return next((code for code in told if code in home), next(iter(home), None))


def _by_name(document: Document) -> dict[str, str]:
    """The country of each place of the report."""
    return {str(one.fields.get("name")): str(one.fields["country"]) for one in _places(document)}


def _places(document: Document) -> Iterator[Item]:
    for item in document.present:
        fields = item.fields
        is_place = item.kind is Kind.ENTITY and fields.get("label") == Label.PLACE
        if is_place and fields.get("country"):
            yield item


def _home(document: Document) -> list[str]:
    """The countries that the report names or has several places in, those of most places first."""
    counted: Counter[str] = Counter()
    named: set[str] = set()
    for place in _places(document):
        code = str(place.fields["country"])
        counted[code] += 1
        if country_named(str(place.fields.get("name"))) is not None:
            named.add(code)
    order = [code for code, _ in counted.most_common()]
    return [code for code in order if code in named or counted[code] > 1]
