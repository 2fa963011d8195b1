"""Reports written by rule, of any length: names, figures, events and sources in new mixtures."""

import random
from collections.abc import Iterator
from itertools import islice

_FIRST = ("Amara", "Bruno", "Celine", "Dario", "Edda", "Farid", "Greta", "Hamid", "Ines", "Jonas")
_LAST = ("Okoro", "Valdez", "Brandt", "Haddad", "Lindqvist", "Moreau", "Petrov", "Salim", "Tanaka")
_HEADS = ("Bel", "Cor", "Dun", "Har", "Kal", "Mar", "Nor", "Ost", "Ral", "Ser", "Tor", "Vel")
_TAILS = ("ada", "enby", "isk", "mouth", "ovar", "port", "rino", "stead", "una", "vik")
_BODIES = ("Harbour Authority", "Relief Committee", "Election Commission", "Medical Society")
_SIDES = ("government forces", "rebels", "gunmen", "police officers", "protesters", "smugglers")
_GROUPS = ("civilians", "soldiers", "fishermen", "miners", "students", "villagers", "passengers")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SENTENCES = (
    "{Side} killed {number} {group} near {town} on {day}, {person} of the {body} said.",
    "At least {number} {group} were wounded when {side} shelled a market in {town}.",
    "“We counted {number} bodies before dawn,” {person} told the {town} Post.",
    "The {body} said {number} {group} had fled {town} since {day}.",
    "{person}, a spokesman for the {body}, denied that {side} had attacked {town}.",
    "According to the {body}, {side} seized {number} trucks on the road to {town}.",
    "About {number} {group} marched through {town} on {day} to protest against the arrests.",
    "The road between {town} and {town} has been closed for {number} days.",
    "Witnesses said {side} burned houses, and {number} people are missing.",
    "It was not clear who had ordered the raid, and the army did not answer questions.",
)
_FILLERS = (
    "Nothing about it was plain, and little of it was new to those who had seen it before.",
    "The rain came late, the roads stayed wet, and work went on as slowly as it always had.",
    "What is left to do is easy to name and hard to begin, as everyone there knows.",
    "Some of this has been written down, most of it has not, and much of it is forgotten.",
)
_DENSITY = 0.4
"""Share of the sentences that have something in them to be found: a megabyte has some twenty
thousand marks."""


def report(characters: int, seed: int = 1) -> str:
    """A plain-text report of about that many characters: a title, then paragraphs."""
    chance = random.Random(seed)
    paragraphs = ["Clashes spread along the coast as talks fail, officials say"]
    length = len(paragraphs[0])
    sentences = _sentences(chance)
    while length < characters:
        paragraphs.append(" ".join(islice(sentences, chance.randint(1, 4))))
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs) + "\n"


def _sentences(chance: random.Random) -> Iterator[str]:
    towns = [head + tail for head in _HEADS for tail in _TAILS]
    people = [f"{first} {last}" for first in _FIRST for last in _LAST]
    while True:
        if chance.random() > _DENSITY:
            yield chance.choice(_FILLERS)
            continue
        side = chance.choice(_SIDES)
        words = chance.choice(_SENTENCES)
        while "{town}" in words:
            words = words.replace("{town}", chance.choice(towns), 1)
        yield words.format(
            side=side,
            Side=side.capitalize(),
            number=chance.choice((chance.randint(2, 90), f"{chance.randint(1, 90)},000")),
            group=chance.choice(_GROUPS),
            day=chance.choice(_DAYS),
            person=chance.choice(people),
            body=f"{chance.choice(towns)} {chance.choice(_BODIES)}",
        )
