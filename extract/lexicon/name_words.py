"""Words in and around names: of people, places and organisations, and of nouns for them."""

from collections.abc import Iterable

from extract.lexicon.using import cached, table

Words = frozenset[str]


def words_in(*lists: Iterable[str]) -> Words:
    """Return all words of the lists."""
    return frozenset(word for words in lists for word in words)


# ---------------------------------------------------------------------------------- people
@cached
def honorifics() -> dict[str, str]:
    """Return words before a name that are no office: the sex each tells, "" where none."""
    lists = table("people")["honorific"]
    sexes = {"male": "male", "female": "female", "either": ""}
    return {word: sexes[key] for key, words in lists.items() for word in words}


@cached
def ranks() -> Words:
    """Return ranks of armed forces and police that stand before a name."""
    return words_in(table("people")["rank"]["words"])


@cached
def offices() -> Words:
    """Return offices and posts: "president", "spokesman"."""
    return words_in(table("people")["role"]["office"])


@cached
def roles() -> Words:
    """Return nouns for one person: offices, trades, kin and "man"."""
    return words_in(*table("people")["role"].values())


@cached
def office_modifiers() -> Words:
    """Return words before an office that belong to it."""
    return words_in(table("people")["office_modifier"]["words"])


@cached
def sexes() -> dict[str, str]:
    """Return the sex a noun or pronoun tells."""
    lists = table("people")["sex"]
    return {word: sex for sex in ("male", "female") for word in lists[sex]}


@cached
def particles() -> Words:
    """Return small words inside surnames."""
    return words_in(table("people")["particle"]["words"])


@cached
def suffixes() -> Words:
    """Return words behind a person's name: "jr"."""
    return words_in(table("people")["suffix"]["words"])


# ---------------------------------------------------------------------------------- places
@cached
def place_heads() -> dict[str, str]:
    """Return common nouns for places: the class of each."""
    lists = table("places")["head"]
    return {word: kind for kind, words in reversed(lists.items()) for word in words}


@cached
def before_places() -> Words:
    """Return words that open the name of a place."""
    return words_in(table("places")["before"]["words"])


@cached
def directions() -> Words:
    """Return words for parts of a place."""
    return words_in(table("places")["direction"]["words"])


@cached
def place_parts() -> Words:
    """Return nouns for parts of a place that stand before "of" and its name."""
    return words_in(table("places")["part"]["words"])


# ---------------------------------------------------------------------------- organisations
@cached
def organisation_words() -> dict[str, Words]:
    """Return for a word in the name of an organisation the types it may be of."""
    return _inverted("name")


@cached
def organisation_nouns() -> dict[str, Words]:
    """Return for a common noun the types of organisation it may stand for."""
    return _inverted("noun")


@cached
def organisation_heads() -> Words:
    """Return words that make a name one of an organisation: "ministry"."""
    return words_in(table("organisations")["head"]["words"])


@cached
def known_outlets() -> Words:
    """Return folded names of outlets that are quoted the world over."""
    return words_in(table("organisations")["outlet"]["known"])


@cached
def outlet_people() -> Words:
    """Return words for those who work for an outlet."""
    return words_in(table("organisations")["outlet"]["person"])


@cached
def organisation_links() -> Words:
    """Return words behind which the name of an organisation goes on: "Ministry of Defence"."""
    return words_in(table("organisations")["link"]["words"])


@cached
def joining_words() -> Words:
    """Return words in lower case inside names of organisations."""
    return words_in(table("organisations")["join"]["words"])


# ---------------------------------------------------------------------------------- nouns
@cached
def outside_words() -> Words:
    """Return words before a noun that do not describe it."""
    return words_in(table("nouns")["outside"]["words"])


@cached
def compound_ends() -> Words:
    """Return words behind a name and a hyphen that are no part of the name: "Lenin-era"."""
    return words_in(table("nouns")["compound"]["ends"], table("groups")["backing"]["words"])


@cached
def definite_words() -> Words:
    """Return words that open a phrase whose head the reader is taken to know."""
    return words_in(table("nouns")["definite"]["words"])


def _inverted(key: str) -> dict[str, Words]:
    found: dict[str, set[str]] = {}
    for kind, lists in table("organisations").items():
        for word in lists.get(key, ()):
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cached
def no_names() -> Words:
    """Return words that, standing alone, are no name: titles, months, measures, things."""
    return words_in(*table("notnames")["words"].values())


@cached
def doers() -> dict[str, frozenset[str]]:
    """Return words before the name of whoever did an act, by the last of them."""
    return {last: frozenset(words) for last, words in table("evidence")["doers"].items()}
