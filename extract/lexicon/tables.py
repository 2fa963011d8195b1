"""What each word list holds: its sections, and of what kind their entries are.

A list whose sections are all words by group is `Sections`; the others have a type of their own.
"""

from typing import Any, Literal, TypedDict

Words = dict[str, list[str]]
"""Words by the group that they are of."""
Sections = dict[str, Words]
Plain = Literal[
    "accounts",
    "checks",
    "coreference",
    "countries",
    "figures",
    "frames",
    "geocoding",
    "groups",
    "incidents",
    "irregular",
    "languages",
    "name_cues",
    "notnames",
    "organisations",
    "peoples",
    "places",
    "regions",
    "status",
    "tabular",
    "tokens",
    "victims",
]
"""The lists whose sections are all words by group."""


class Actors(TypedDict):
    """How a coding sheet names those who take part."""

    name: dict[str, str]
    country: dict[str, str]
    ged: dict[str, str]
    of_country: dict[str, str]
    state: Words
    fighters: Words
    identity: Words
    own: Words
    beside: Words
    crowd: Words
    thing: Words
    associated: Words


class Anchors(TypedDict):
    """Words that tell whether a stretch of text still says the same after a correction."""

    turns: list[str]
    small: list[str]


class Armed(TypedDict):
    """Who bears arms, beside the lists of groups."""

    nouns: list[str]
    police: list[str]
    not_armed: list[str]
    vague: list[str]
    marks: list[str]
    state: list[str]
    areas: list[str]
    civil_things: list[str]
    civil_sites: list[str]
    civil_marks: list[str]


class Cues(TypedDict):
    """Words that say that somebody says or thinks something."""

    verb: Sections
    personal: Words
    passive: Words
    plain: Words
    linking: Words
    evidence: Words
    holding: Words
    addressee: Words
    preposition: Words
    adverb: Words
    adjective: Sections
    noun: Sections


class Dates(TypedDict):
    """The words of dates and times of day."""

    weekday: dict[str, Any]
    bare: Words
    month: dict[str, Any]
    number: dict[str, int]
    hundred: dict[str, int]
    ordinal: dict[str, int]
    decade: dict[str, int]
    unit: dict[str, str]
    season: dict[str, str]
    part: dict[str, str]
    hour: dict[str, str]
    deictic: dict[str, int]
    reference: dict[str, str]
    set: dict[str, str]
    holiday: dict[str, Any]
    tense: Words
    past: dict[str, int]
    clock: Words
    word: Words
    beside: Words
    publication: Words


class Evidence(TypedDict):
    """What speaks for a name being of a person, a place or an organisation, in points."""

    points: dict[str, dict[str, int]]
    doers: Words
    before: list[dict[str, Any]]
    behind: list[dict[str, Any]]
    noun: list[dict[str, Any]]
    unit: list[dict[str, Any]]


class Nouns(TypedDict):
    """What the rules of names must know of nouns."""

    plural: dict[str, str]
    outside: Words
    definite: Words
    compound: Words


class Numbers(TypedDict):
    """Numbers in words, and what stands before and after them."""

    words: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    suffixes: dict[str, int]
    fractions: dict[str, float]
    signs: dict[str, float]
    vague: dict[str, Any]
    qualifiers: Sections
    roles: Words
    labels: Words


class Outcomes(TypedDict):
    """What became of those counted."""

    object: Words
    of_people: dict[str, str]
    of_things: dict[str, str]
    subject: Words
    noun: Words
    of: Words
    word: Words
    phrase: Words
    toll: Words
    people: Words
    dates: Words
    same: Words
    others: Words
    later: Words
    earlier: Words
    rival: Words
    bodies: Words
    perhaps: Words
    lives: Words
    those: Words
    mutual: Words
    civil: Words
    young: Words
    parents: Words
    occasions: Words
    toll_words: Words
    none: Words
    charges: Words
    fatal: Words


class People(TypedDict):
    """Words that go with people: titles, ranks, roles."""

    honorific: Words
    rank: Words
    role: Words
    office_modifier: Words
    sex: Words
    particle: Words
    suffix: Words
    single: Words
    several: dict[str, int]


class Schemes(TypedDict):
    """What the labels of other pipelines are called here."""

    name: dict[str, str]
    phrase: dict[str, str]
    clause: dict[str, str]


class SourceKinds(TypedDict):
    """What kind of source a noun phrase names."""

    order: list[str]
    anonymous: Words
    monitor: Words
    witness: Words
    activist: Words
    local: Words
    media: Words
    official: Words
    party: Words


class Spelling(TypedDict):
    """How the spellings of one name differ."""

    article: Words
    consonant: Words
    vowel: Words
    alias: dict[str, list[list[str]]]


Triggers = TypedDict(
    "Triggers",
    {
        "class": dict[str, Any],
        "verb": Words,
        "noun": Words,
        "weapon": Words,
        "weak_verb": Words,
        "weak_noun": Words,
        "phrase": Words,
        "weak_beside": Words,
        "never": Words,
        "beside": Words,
        "set": Words,
        "contest": Words,
        "figurative": Words,
    },
)
"""Words that state an event, by class."""


class Units(TypedDict):
    """Measures and currencies."""

    kind: dict[str, str]
    words: Sections
    symbols: Words
    lengths: dict[str, Any]
    currencies: dict[str, Any]
