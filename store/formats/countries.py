"""The country that an incident took place in."""

from store.formats.claims import Incident
from store.formats.document import Document


def country_of(incident: Incident, document: Document) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country of an incident; none where nobody tells.

    That of its place, as the columns of the place have it; else the one that most places of the
    report lie in, so that an unknown village is where its neighbours are.
    """
    text, items = document.article.text, document.present
    return document.places.where(incident.event, text, items).country or None
