"""What a new item begins with: what its sentence says alone, then what the report knows."""

import hashlib

from extract.records import Article, Block, Event, Party, Reading, Span
from extract.vocabulary import BlockKind
from store.anchoring.quoting import quotes
from store.drafting import draft
from store.items import Item, Kind, Suggestion

TEXT = "The Hawks came at noon. Later the men burned the mill of Tal Hiva, he said."
FIRST, SECOND = TEXT.split(". ")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def item(kind: Kind, words: str, **fields: object) -> Item:
    return Item(f"{kind}-{words}", kind, Suggestion("1", quotes(TEXT, [at(words)]), fields))


ITEMS = (
    item(Kind.ENTITY, "the men", label="GROUP", name="Sand Hawks"),
    item(Kind.ENTITY, "Tal Hiva", label="PLACE", name="Tal Hiva"),
    item(Kind.ENTITY, "noon", label="DATE", name="noon", **{"from": "2024-05-07"}),
    item(Kind.ATTRIBUTION, SECOND[: -len(", he said.")], source={"name": "Osman Daro"}),
)


def article() -> Article:
    whole = (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),)
    return Article("a", "", TEXT, whole, hashlib.sha256(TEXT.encode()).hexdigest())


def read(one: Article) -> Reading:
    """Men and a burning, which is of no class of the coding scheme."""
    men, burned = one.text.index("the men"), one.text.index("burned")
    return Reading(
        version="1",
        sha256=one.sha256,
        events=(
            Event(
                "v1",
                (Span(burned, burned + len("burned")),),
                "Other",
                None,
                (Party(men, men + len("the men"), None),),
            ),
        ),
    )


def drafted(kind: Kind, words: str) -> dict[str, object]:
    return dict(draft(kind, article(), at(words), ITEMS, read))


def test_the_sentence_says_who_and_the_report_how_they_are_called() -> None:
    found = drafted(Kind.INCIDENT, "burned")
    assert found["side_a"] == [{"name": "Sand Hawks", "start": 30, "end": 37}]


def test_place_and_source_are_those_of_the_sentence() -> None:
    found = drafted(Kind.EVENT, "burned")
    assert (found["place"], found["source"]) == (
        {"name": "Tal Hiva", "start": 57, "end": 65},
        {"name": "Osman Daro"},
    )


def test_a_day_of_another_sentence_is_not_taken() -> None:
    assert "when" not in drafted(Kind.EVENT, "burned")


def test_only_what_the_kind_has_is_there() -> None:
    assert "side_a" not in drafted(Kind.EVENT, "burned")
    assert "place" not in drafted(Kind.ATTRIBUTION, "burned")


def test_offsets_are_those_of_the_report() -> None:
    for one in drafted(Kind.EVENT, "burned")["actors"]:  # type: ignore[attr-defined]
        assert TEXT[one["start"] : one["end"]] == "the men"
