"""Whether two nouns may stand for the same people: "14 people", "16 villagers"."""

from extract.doc.morphology import noun_forms
from extract.lexicon import cached, table
from extract.quantities.relations import SUBSET
from extract.records import Figure

ANYONE, SOME = "anyone", "some of them"


def class_of(text: str, figure: Figure) -> str:
    """What a figure counts: `ANYONE` for people at large, a class of nouns, or the noun itself."""
    if figure.counted is None:
        # "killing two of them": some of a group, not people at large
        return SOME if figure.role == SUBSET and figure.part_of is None else ANYONE
    words = figure.counted.of(text).lower().split(" of ")[0].split(" and ")[0].split()
    if not words or words[-1] in table("outcomes")["dates"]["words"]:
        return ANYONE
    return _classes().get(words[-1], words[-1].removesuffix("s"))


def modifier_of(text: str, figure: Figure) -> str:
    """What stands before the noun that is counted: "Chadian" of "Chadian soldiers"."""
    words = figure.counted.of(text).lower().split() if figure.counted else []
    return " ".join(words[:-1])


def is_broad(kind: str) -> bool:
    """Whether a class holds people at large: anyone, or civilians."""
    return kind in (ANYONE, "civilians")


def is_anyone(words: str) -> bool:
    """Whether words name people at large, so that they tell nobody from others: "people"."""
    told = words.split()
    return bool(told) and _classes().get(told[-1]) == ANYONE


def counts_bodies(text: str, figure: Figure) -> bool:
    """Whether bodies are counted: "22 bodies"."""
    words = figure.counted.of(text).lower().split() if figure.counted else []
    return bool(words) and words[0] in _bodies()


@cached
def _bodies() -> frozenset[str]:
    return frozenset(
        form for word in table("outcomes")["bodies"]["words"] for form in noun_forms(word)
    )


@cached
def _classes() -> dict[str, str]:
    lists = table("outcomes")["same"]
    return {
        form: name for name, nouns in lists.items() for noun in nouns for form in noun_forms(noun)
    }
