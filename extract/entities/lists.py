"""The word lists of names, as sets."""

from collections.abc import Iterable

from extract.lexicon import cached, table

Words = frozenset[str]


def words_in(*lists: Iterable[str]) -> Words:
    """All words of the lists."""
    return frozenset(word for words in lists for word in words)


# ---------------------------------------------------------------------------------- people
@cached
def honorifics() -> dict[str, str]:
    """Words before a name that are no office: the sex each tells, "" where none."""
    lists = table("people")["honorific"]
    sexes = {"male": "male", "female": "female", "either": ""}
    return {word: sexes[key] for key, words in lists.items() for word in words}


@cached
def ranks() -> Words:
    """Ranks of armed forces and police that stand before a name."""
    return words_in(table("people")["rank"]["words"])


@cached
def offices() -> Words:
    """Offices and posts: "president", "spokesman"."""
    return words_in(table("people")["role"]["office"])


@cached
def roles() -> Words:
    """Nouns for one person: offices, trades, kin and "man"."""
    return words_in(*table("people")["role"].values())


@cached
def office_modifiers() -> Words:
    """Words before an office that belong to it."""
    return words_in(table("people")["office_modifier"]["words"])


@cached
def sexes() -> dict[str, str]:
    """The sex a noun or pronoun tells."""
    lists = table("people")["sex"]
    return {word: sex for sex in ("male", "female") for word in lists[sex]}


@cached
def particles() -> Words:
    """Small words inside surnames."""
    return words_in(table("people")["particle"]["words"])


@cached
def suffixes() -> Words:
    """Words behind a person's name: "jr"."""
    return words_in(table("people")["suffix"]["words"])


# ---------------------------------------------------------------------------------- places
@cached
def place_heads() -> dict[str, str]:
    """Common nouns for places: the class of each."""
    lists = table("places")["head"]
    return {word: kind for kind, words in reversed(lists.items()) for word in words}


@cached
def before_places() -> Words:
    """Words that open the name of a place."""
    return words_in(table("places")["before"]["words"])


@cached
def directions() -> Words:
    """Words for parts of a place."""
    return words_in(table("places")["direction"]["words"])


@cached
def place_parts() -> Words:
    """Nouns for parts of a place that stand before "of" and its name."""
    return words_in(table("places")["part"]["words"])


# ---------------------------------------------------------------------------------- bodies
@cached
def body_names() -> dict[str, Words]:
    """For a word in the name of a body, the sorts of body it tells."""
    return _inverted("name")


@cached
def body_nouns() -> dict[str, Words]:
    """For a common noun, the sorts of body it may stand for."""
    return _inverted("noun")


@cached
def body_heads() -> Words:
    """Words that make a body of a name."""
    return words_in(table("organisations")["head"]["words"])


@cached
def known_outlets() -> Words:
    """Folded names of outlets that are quoted the world over."""
    return words_in(table("organisations")["outlet"]["known"])


@cached
def outlet_people() -> Words:
    """Words for those who work for an outlet."""
    return words_in(table("organisations")["outlet"]["person"])


@cached
def body_links() -> Words:
    """Words behind which the name of a body goes on: "Ministry of Defence"."""
    return words_in(table("organisations")["link"]["words"])


@cached
def joining_words() -> Words:
    """Words in lower case inside names of bodies."""
    return words_in(table("organisations")["join"]["words"])


# ---------------------------------------------------------------------------------- nouns
@cached
def plurals() -> dict[str, str]:
    """Plurals that no rule makes."""
    return dict(table("nouns")["plural"])


@cached
def outside_words() -> Words:
    """Words before a noun that do not describe it."""
    return words_in(table("nouns")["outside"]["words"])


@cached
def compound_ends() -> Words:
    """Words behind a name and a hyphen that are no part of the name: "Lenin-era"."""
    return words_in(table("nouns")["compound"]["ends"], table("groups")["backing"]["words"])


@cached
def definite_words() -> Words:
    """Words that open a phrase whose head the reader is taken to know."""
    return words_in(table("nouns")["definite"]["words"])


def _inverted(key: str) -> dict[str, Words]:
    found: dict[str, set[str]] = {}
    for sort, lists in table("organisations").items():
        for word in lists.get(key, ()):
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}


@cached
def doers() -> dict[str, frozenset[str]]:
    """Words before a name of whoever did a deed, by the last of them."""
    return {last: frozenset(words) for last, words in table("evidence")["doers"].items()}
