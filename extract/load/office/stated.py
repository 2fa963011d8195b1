"""What the XML in a document says of it: title, day, publisher, language."""

from collections.abc import Sequence
from datetime import date

from extract.errors import LoadError
from extract.load.facts import Facts, day_of


def stated_in(
    markup: bytes, title: str, days: Sequence[str], publisher: str = "", language: str = ""
) -> Facts:
    """Return the facts in the elements of these names, whatever their namespaces.

    Of several names of days the first counts that has one.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    tree = etree.fromstring(markup, parser)
    found: dict[str, str] = {}
    for element in [] if tree is None else tree.iter("{*}*", "*"):
        if isinstance(element.tag, str):
            words = " ".join("".join(element.itertext()).split())
            found.setdefault(etree.QName(element).localname, words[:500])
    return Facts(
        title=found.get(title) or None,
        publisher=found.get(publisher) or None,
        published=next(filter(None, (_day(found.get(name, "")) for name in days)), None),
        language=found.get(language) or None,
    )


def _day(words: str) -> date | None:
    try:
        return day_of(words, None) if words else None
    except LoadError:
        return None
