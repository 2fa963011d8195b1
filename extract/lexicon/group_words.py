"""Words for groups: armed people, sides, those who bear no arms, and names of such groups."""

from extract.lexicon.name_words import Words, words_in
from extract.lexicon.using import cached, table


@cached
def armed_heads() -> dict[str, str]:
    """Return nouns for armed people: "force" or "irregular"."""
    lists = table("groups")["armed"]
    return {word: kind for kind in ("irregular", "force") for word in lists[kind]}


@cached
def sided_heads() -> Words:
    """Return nouns that are armed people only behind a word for a side."""
    return words_in(table("groups")["armed"]["with_side"])


@cached
def civil_heads() -> Words:
    """Return nouns for people of a side who bear no arms: "officials", "supporters"."""
    return words_in(table("groups")["civil"]["with_side"])


_PARTIES = {"fighting": "opposition"}
"""Lists of words that tell the side of another list, and more besides."""


@cached
def sides() -> dict[str, str]:
    """Return modifiers that tell a side: "government", "opposition", "allied" or "other"."""
    lists = table("groups")["side"]
    order = ("other", "allied", "opposition", "fighting", "government")
    return {word: _PARTIES.get(side, side) for side in order for word in lists[side]}


@cached
def sides_alone() -> dict[str, str]:
    """Return nouns that are a side by themselves."""
    lists = table("groups")["alone"]
    return {word: side for side, words in lists.items() for word in words}


@cached
def people_heads() -> dict[str, str]:
    """Return nouns for people who bear no arms: the class of each."""
    lists = table("groups")["people"]
    return {word: kind for kind, words in lists.items() for word in words}


@cached
def former_words() -> Words:
    """Return words that set a group apart from those who still are."""
    return words_in(table("groups")["former"]["words"])


@cached
def loaded_words() -> Words:
    """Return words for a side that its enemies use."""
    return words_in(table("groups")["loaded"]["words"])


@cached
def backing_words() -> Words:
    """Return participles behind a hyphen, before a group that someone else stands behind."""
    return words_in(table("groups")["backing"]["words"])


@cached
def armed_organisations() -> Words:
    """Return nouns that are always a group of their own: "army"."""
    return words_in(table("groups")["body"]["words"])


@cached
def governing() -> Words:
    """Return nouns for those who govern."""
    return words_in(table("groups")["governing"]["words"])


@cached
def opposed() -> Words:
    """Return nouns for those who fight a government, where nothing else is said of them."""
    return words_in(table("groups")["opposed"]["words"])


@cached
def before_groups() -> tuple[Words, Words]:
    """Return words before the name of a group that fights, and the nouns that may stand between."""
    lists = table("groups")["before"]
    return words_in(lists["words"]), words_in(lists["bodies"])


@cached
def group_names() -> Words:
    """Return words in the proper name of a group that fights."""
    return words_in(table("groups")["name"]["words"])


def known_group_names() -> tuple[str, ...]:
    """Return the names of groups that fight, as they are written: "Tatmadaw"."""
    names: list[str] = table("groups")["known"]["names"]
    return tuple(names)


@cached
def doubtful_group_names() -> Words:
    """Return of those the words that name other organisations as well."""
    return words_in(table("groups")["name"]["doubtful"])


@cached
def group_followers() -> Words:
    """Return nouns behind the name of a group that fights."""
    return words_in(table("groups")["name"]["follows"])
