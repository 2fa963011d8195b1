"""The word lists of names, as sets."""

from collections.abc import Iterable

from extract.lexicon import cached, table

Words = frozenset[str]


def _of(*lists: Iterable[str]) -> Words:
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
    return _of(table("people")["rank"]["words"])


@cached
def offices() -> Words:
    """Offices and posts: "president", "spokesman"."""
    return _of(table("people")["role"]["office"])


@cached
def roles() -> Words:
    """Nouns for one person: offices, trades, kin and "man"."""
    return _of(*table("people")["role"].values())


@cached
def office_modifiers() -> Words:
    """Words before an office that belong to it."""
    return _of(table("people")["office_modifier"]["words"])


@cached
def sexes() -> dict[str, str]:
    """The sex a noun or pronoun tells."""
    lists = table("people")["sex"]
    return {word: sex for sex in ("male", "female") for word in lists[sex]}


@cached
def particles() -> Words:
    """Small words inside surnames."""
    return _of(table("people")["particle"]["words"])


@cached
def suffixes() -> Words:
    """Words behind a person's name: "jr"."""
    return _of(table("people")["suffix"]["words"])


# ---------------------------------------------------------------------------------- places
@cached
def place_heads() -> dict[str, str]:
    """Common nouns for places: the class of each."""
    lists = table("places")["head"]
    return {word: kind for kind, words in reversed(lists.items()) for word in words}


@cached
def before_places() -> Words:
    """Words that open the name of a place."""
    return _of(table("places")["before"]["words"])


@cached
def directions() -> Words:
    """Words for parts of a place."""
    return _of(table("places")["direction"]["words"])


@cached
def place_parts() -> Words:
    """Nouns for parts of a place that stand before "of" and its name."""
    return _of(table("places")["part"]["words"])


# ---------------------------------------------------------------------------------- groups
@cached
def armed_heads() -> dict[str, str]:
    """Nouns for armed people: "force" or "irregular"."""
    lists = table("groups")["armed"]
    return {word: kind for kind in ("irregular", "force") for word in lists[kind]}


@cached
def sided_heads() -> Words:
    """Nouns that are armed people only behind a word for a side."""
    return _of(table("groups")["armed"]["with_side"])


@cached
def sides() -> dict[str, str]:
    """Modifiers that tell a side: "government", "opposition", "allied" or "other"."""
    lists = table("groups")["side"]
    order = ("other", "allied", "opposition", "government")
    return {word: side for side in order for word in lists[side]}


@cached
def sides_alone() -> dict[str, str]:
    """Nouns that are a side by themselves."""
    lists = table("groups")["alone"]
    return {word: side for side, words in lists.items() for word in words}


@cached
def people_heads() -> dict[str, str]:
    """Nouns for people who bear no arms: the class of each."""
    lists = table("groups")["people"]
    return {word: kind for kind, words in lists.items() for word in words}


@cached
def former_words() -> Words:
    """Words that set a group apart from those who still are."""
    return _of(table("groups")["former"]["words"])


@cached
def loaded_words() -> Words:
    """Words for a side that its enemies use."""
    return _of(table("groups")["loaded"]["words"])


@cached
def backing_words() -> Words:
    """Participles behind a hyphen, before a group that someone else stands behind."""
    return _of(table("groups")["backing"]["words"])


@cached
def fighting_bodies() -> Words:
    """Nouns that are always a group of their own: "army"."""
    return _of(table("groups")["body"]["words"])


@cached
def governing() -> Words:
    """Nouns for those who govern."""
    return _of(table("groups")["governing"]["words"])


@cached
def opposed() -> Words:
    """Nouns for those who fight a government, where nothing else is said of them."""
    return _of(table("groups")["opposed"]["words"])


@cached
def before_groups() -> tuple[Words, Words]:
    """Words before the name of a group that fights, and the nouns that may stand between."""
    lists = table("groups")["before"]
    return _of(lists["words"]), _of(lists["bodies"])


@cached
def group_names() -> Words:
    """Words in the proper name of a group that fights."""
    return _of(table("groups")["name"]["words"])


@cached
def group_followers() -> Words:
    """Nouns behind the name of a group that fights."""
    return _of(table("groups")["name"]["follows"])


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
    return _of(table("organisations")["head"]["words"])


@cached
def body_links() -> Words:
    """Words behind which the name of a body goes on: "Ministry of Defence"."""
    return _of(table("organisations")["link"]["words"])


@cached
def joining_words() -> Words:
    """Words in lower case inside names of bodies."""
    return _of(table("organisations")["join"]["words"])


# ---------------------------------------------------------------------------------- nouns
@cached
def plurals() -> dict[str, str]:
    """Plurals that no rule makes."""
    return dict(table("nouns")["plural"])


@cached
def outside_words() -> Words:
    """Words before a noun that do not describe it."""
    return _of(table("nouns")["outside"]["words"])


@cached
def definite_words() -> Words:
    """Words that open a phrase whose head the reader is taken to know."""
    return _of(table("nouns")["definite"]["words"])


def _inverted(key: str) -> dict[str, Words]:
    found: dict[str, set[str]] = {}
    for sort, lists in table("organisations").items():
        for word in lists.get(key, ()):
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}
