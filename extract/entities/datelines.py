"""The place that a report's first words say it was sent from: "NAIROBI (Reuters) -"."""

from collections.abc import Iterator

from extract.doc.datelines import opening_sentences, place_in_capitals
from extract.entities.mentions import Candidate
from extract.entities.tokens import Tokens


def with_datelines(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """Return the names, with places in capitals at the start of a block for what they are;
    in order."""
    found = list(_places(tokens))
    if not found:
        return names
    covered = {token for mention in found for token in range(mention.first, mention.last)}
    kept = [mention for mention in names if covered.isdisjoint(range(mention.first, mention.last))]
    return sorted([*kept, *found], key=lambda mention: mention.first)


def _places(tokens: Tokens) -> Iterator[Candidate]:
    for sentence in opening_sentences(tokens.syntax):
        place = place_in_capitals(tokens.doc, sentence)
        if place is not None and tokens.has_normal_case(sentence.first):
            yield Candidate(place.start, place.stop, "LOC", chances={"LOC": 1.0}, settled=True)
