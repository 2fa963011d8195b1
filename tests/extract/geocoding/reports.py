"""The places of a report as they are asked for."""

from collections import Counter
from collections.abc import Sequence

from extract.geocoding import PlaceName, Surroundings, Told
from extract.records import Entity, Span
from extract.vocabulary import Label


def surroundings_of(text: str, entities: Sequence[Entity]) -> Surroundings:
    """The places and groups of a reading, in the words of the text."""
    said = sorted((m.span, e.label) for e in entities for m in e.mentions)
    counted = Counter((span.of(text), label is Label.PLACE) for span, label in said)
    return Surroundings(tuple(Told(name, n, place) for (name, place), n in counted.items()))


def place_name(text: str, words: str, entities: Sequence[Entity]) -> PlaceName:
    """The last place of the text that has the words, with what stands before and around it."""
    places = [one for one in entities if one.label is Label.PLACE]
    mentions = sorted((m.span, one.name) for one in places for m in one.mentions)
    start = text.rindex(words)
    return PlaceName.at(text, Span(start, start + len(words)), mentions)
