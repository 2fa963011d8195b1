"""What the tagger of relations looks at: each phrase of a sentence, and the words between."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.tagger.chunks import Run
from extract.tagger.relations import clause_words, head_of, voice_of
from extract.tagger.shapes import folded

_GAP = 4
"""Words that are looked at from either end of a gap between phrases."""
_SIGNS = (",", '"', "“", "”", "(", ")", ":", ";", "and", "or", "but", "that")


@dataclass(frozen=True, slots=True)
class Unit:
    """A phrase as the tagger sees it, and the gap before it."""

    kind: str
    head: str
    """Head word, folded."""
    tag: str
    """Fine tag of the head."""
    lead: str
    """First word, folded."""
    look: str
    """Kind, and for pronouns and verb groups their form: "N", "Nwho", "Vto", "Vpas"."""
    gap: str
    """Words between the phrase before it and this one, adjectives and adverbs by their tag."""


def _units_of(words: Sequence[str], tags: Sequence[str], runs: Sequence[Run]) -> list[Unit]:
    units = []
    end = 0
    for kind, first, last in runs:
        head = head_of(tags, kind, first, last)
        look = _verb_look if kind == "VG" else _noun_look
        units.append(
            Unit(
                kind[0],
                folded(words[head]),
                tags[head],
                folded(words[first]),
                look(words, tags, first, head),
                _gap(words, tags, end, first),
            )
        )
        end = last
    return units


def _noun_look(words: Sequence[str], tags: Sequence[str], _first: int, head: int) -> str:
    tag = tags[head]
    if tag == "PRON":
        return "N" + folded(words[head])
    return "N#" if tag == "NUM" else "NP" if tag == "PROPN" else "N"


def _verb_look(words: Sequence[str], tags: Sequence[str], first: int, head: int) -> str:
    form = tags[head].partition("-")[2] or tags[head]
    if voice_of(words, tags, first, head) == "passive":
        form += "!" if first < head else "?"
    to = "to" if folded(words[first]) == "to" else ""
    return f"V{form}{to}{'x' if tags[first][:3] == 'AUX' else ''}"


def _gap(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> str:
    places = list(range(first, last))
    if last - first > 2 * _GAP:
        places[_GAP:-_GAP] = []
    return " ".join(
        tags[place] if tags[place] in ("ADV", "ADJ") else folded(words[place]) for place in places
    )


def features_of(words: Sequence[str], tags: Sequence[str], runs: Sequence[Run]) -> list[list[str]]:
    """One list of features a phrase."""
    edge = Unit("|", "|", "|", "|", "|", "|")
    units = _units_of(words, tags, runs)
    tail = _gap(words, tags, runs[-1][2] if runs else 0, len(words))
    row = [edge, edge, edge, *units, Unit("|", "|", "|", "|", "|", tail), edge, edge]
    return [[*_near(row[place : place + 7]), *far] for place, far in enumerate(_far(units))]


def _near(row: Sequence[Unit]) -> list[str]:
    """Features of a phrase among the three before it and the three behind."""
    b3, b2, b, u, a, a2, a3 = row
    mark, mark_behind = u.gap.rpartition(" ")[2], a.gap.rpartition(" ")[2]
    return [
        f"h={u.head}",
        f"l={u.look}",
        f"t={u.tag}",
        f"f={u.lead}",
        f"g={u.gap}",
        f"gl={mark}",
        f"g+={a.gap}",
        f"gl+={mark_behind}",
        f"-h={b.head}",
        f"+h={a.head}",
        f"-l={b.look}",
        f"+l={a.look}",
        f"--l={b2.look}",
        f"++l={a2.look}",
        f"gll={mark} {u.look}",
        f"ggl={u.gap} {u.look}",
        f"-gl={b.look} {u.gap} {u.look}",
        f"-gll={b.look} {mark} {u.look}",
        f"+gl={u.look} {a.gap} {a.look}",
        f"-hgh={b.head} {mark} {u.head}",
        f"-hg={b.head} {u.gap}",
        f"gh={mark} {u.head}",
        f"hl+={u.head} {a.look}",
        f"-hl={b.head} {u.look}",
        f"k3={b2.look} {b.gap} {b.look} {u.gap} {u.look}",
        f"k4={b3.kind}{b2.kind}{b.kind}{u.kind}{a.kind}{a2.kind}{a3.kind}",
        f"s5={b2.look} {b.look} {u.look} {a.look} {a2.look}",
        f"s3={b.look} {u.look} {a.look}",
        f"n3={u.look} {a.gap} {a.look} {a2.gap} {a2.look}",
        f"--h={b2.head} {mark}",
        f"c={_signs(u.gap)} {_signs(a.gap)} {u.kind}",
        f"p={mark} {b.kind} {b2.kind} {b2.head}",
    ]


def _signs(gap: str) -> str:
    words = gap.split()
    return "".join(sign for sign in _SIGNS if sign in words)


def _far(units: Sequence[Unit]) -> list[list[str]]:
    """Features of each phrase that reach to the verb groups before and behind it."""
    rows = _from_verb_before(units)
    behind = _from_verb_before(units[::-1], "+")[::-1]
    return [[*row, *more] for row, more in zip(rows, behind, strict=True)]


def _from_verb_before(units: Sequence[Unit], side: str = "-") -> list[list[str]]:
    rows = []
    verb, between, nouns, verbs = Unit("|", "|", "|", "|", "|", "|"), "", 0, 0
    for unit in units:
        if side == "-":
            between += _signs(unit.gap) + _opener(unit)
        rows.append(
            [
                f"{side}v={verb.head} {unit.kind}",
                f"{side}vl={verb.look} {unit.look}",
                f"{side}vb={verb.look} {between[-20:]} {unit.look}",
                f"{side}vhb={verb.head} {between[-20:]} {unit.kind}",
                f"{side}vn={min(nouns, 4)} {min(verbs, 3)} {unit.look}",
                f"{side}vh={verb.head} {unit.head}",
                f"{side}vt={verb.look} {min(nouns, 3)} {unit.gap}",
            ]
        )
        if unit.kind == "V":
            verb, between, nouns, verbs = unit, "", 0, verbs + 1
        else:
            nouns += 1
        if side == "+":
            between += _signs(unit.gap) + _opener(unit)
    return rows


def _opener(unit: Unit) -> str:
    """What opens a clause: a relative or interrogative pronoun, a conjunction."""
    if unit.lead in clause_words("relative"):
        return unit.lead
    mark = unit.gap.rpartition(" ")[2]
    return mark if mark in clause_words("opening") else ""
