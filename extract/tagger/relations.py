"""How the phrases of a sentence hang together: what the tagger looks at, and its labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.doc.syntax import Phrase
from extract.lexicon import cached_by, table
from extract.tagger.casing import folded
from extract.tagger.shallow_parsing import Run

_GAP = 4
"""Words that are looked at from either end of a gap between phrases."""
_TRACE = 20
"""Characters that are kept of the signs between a phrase and a verb group."""
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


_EDGE = Unit("|", "|", "|", "|", "|", "|")


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
    if first == last:
        return ""
    places = list(range(first, last))
    if last - first > 2 * _GAP:
        places[_GAP:-_GAP] = []
    return " ".join(
        tags[place] if tags[place] in ("ADV", "ADJ") else folded(words[place]) for place in places
    )


def features_of(words: Sequence[str], tags: Sequence[str], runs: Sequence[Run]) -> list[list[str]]:
    """Return one list of features a phrase."""
    units = _units_of(words, tags, runs)
    tail = _gap(words, tags, runs[-1][2] if runs else 0, len(words))
    row = [_EDGE, _EDGE, _EDGE, *units, replace(_EDGE, gap=tail), _EDGE, _EDGE]
    before = _from_verb_before(units)
    behind = _from_verb_behind(units)
    return [
        _near(row[place : place + 7]) + before[place] + behind[place] for place in range(len(units))
    ]


def _near(row: Sequence[Unit]) -> list[str]:
    """Features of a phrase among the three before it and the three behind."""
    b3, b2, b, u, a, a2, a3 = row
    mark = u.gap.rpartition(" ")[2]
    return [
        f"h={u.head}",
        f"l={u.look}",
        f"t={u.tag}",
        f"f={u.lead}",
        f"g={u.gap}",
        f"gl={mark}",
        f"g+={a.gap}",
        f"gl+={a.gap.rpartition(' ')[2]}",
        f"-h={b.head}",
        f"+h={a.head}",
        f"--l={b2.look}",
        f"++l={a2.look}",
        f"gll={mark} {u.look}",
        f"ggl={u.gap} {u.look}",
        f"-gl={b.look} {u.gap} {u.look}",
        f"-gll={b.look} {mark} {u.look}",
        f"+gl={u.look} {a.gap} {a.look}",
        f"-hg={b.head} {u.gap}",
        f"gh={mark} {u.head}",
        f"-hl={b.head} {u.look}",
        f"k3={b2.look} {b.gap} {b.look} {u.gap} {u.look}",
        f"k4={b3.kind}{b2.kind}{b.kind}{u.kind}{a.kind}{a2.kind}{a3.kind}",
        f"s3={b.look} {u.look} {a.look}",
        f"c={_signs(u.gap)} {_signs(a.gap)} {u.kind}",
    ]


@lru_cache(maxsize=20_000)
def _signs(gap: str) -> str:
    words = gap.split()
    return "".join(sign for sign in _SIGNS if sign in words)


def _from_verb_before(units: Sequence[Unit]) -> list[list[str]]:
    """For each phrase, what tells of the last verb group before it and of what lies between."""
    rows = []
    verb, between, nouns, verbs = _EDGE, "", 0, 0
    for unit in units:
        between = (between + _signs(unit.gap) + _opener(unit.lead, unit.gap))[-_TRACE:]
        rows.append(
            [
                f"-v={verb.head} {unit.kind}",
                f"-vl={verb.look} {unit.look}",
                f"-vb={verb.look} {between} {unit.look}",
                f"-vhb={verb.head} {between} {unit.kind}",
                f"-vn={min(nouns, 4)} {min(verbs, 3)} {unit.look}",
                f"-vt={verb.look} {min(nouns, 3)} {unit.gap}",
            ]
        )
        if unit.kind == "V":
            verb, between, nouns, verbs = unit, "", 0, verbs + 1
        else:
            nouns += 1
    return rows


def _from_verb_behind(units: Sequence[Unit]) -> list[list[str]]:
    """For each phrase, what tells of the next verb group and of what lies between."""
    rows = []
    verb, between, nouns, verbs = _EDGE, "", 0, 0
    for unit in reversed(units):
        rows.append(
            [
                f"+v={verb.head} {unit.kind}",
                f"+vl={verb.look} {unit.look}",
                f"+vb={verb.look} {between} {unit.look}",
                f"+vn={min(nouns, 4)} {min(verbs, 3)} {unit.look}",
                f"+vt={verb.look} {min(nouns, 3)} {unit.gap}",
            ]
        )
        if unit.kind == "V":
            verb, between, nouns, verbs = unit, "", 0, verbs + 1
        else:
            nouns += 1
        between = (between + _signs(unit.gap) + _opener(unit.lead, unit.gap))[-_TRACE:]
    return rows[::-1]


@cached_by(20_000)
def _opener(lead: str, gap: str) -> str:
    """What opens a clause: a relative or interrogative pronoun, a conjunction."""
    if lead in clause_words("relative"):
        return lead
    mark = gap.rpartition(" ")[2]
    return mark if mark in clause_words("opening") else ""


Link = tuple[str, int | None]
"""What a phrase is, and the place of the phrase it depends on."""

NP_RELATIONS = frozenset(
    {"subj", "subjpass", "obj", "iobj", "obl", "nmod", "poss", "appos", "pred", "conj", "root"}
)
VG_RELATIONS = frozenset(
    {"root", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "csubj", "parataxis"}
)


def name_of(relation: str, kind: str) -> str:
    """Return the relation, if phrases of the kind can have it."""
    return relation if relation in (NP_RELATIONS if kind == "NP" else VG_RELATIONS) else ""


def phrases_of(
    words: Sequence[str],
    tags: Sequence[str],
    runs: Sequence[Run],
    links: Sequence[Link],
    offset: int,
) -> list[Phrase]:
    """Return phrases of a sentence out of their runs; `offset` is the index of its first token."""
    heads = [head_of(tags, *run) for run in runs]
    doing = {governor for relation, governor in links if relation == "subj"}
    phrases = []
    for place, ((kind, first, last), (relation, governor)) in enumerate(
        zip(runs, links, strict=True)
    ):
        head = heads[place]
        tokens = offset + first, offset + last, offset + head
        hung_on = -1 if governor is None else offset + heads[governor]
        if kind == "NP":
            phrases.append(Phrase(kind, *tokens, relation, hung_on))
        else:
            voice = voice_of(words, tags, first, head, acts=place in doing)
            phrases.append(Phrase(kind, *tokens, voice, hung_on, relation))
    return phrases


def links_of(labels: Sequence[str], runs: Sequence[Run]) -> list[Link]:
    """Return what labels tell of each phrase: its relation, and the place of what it depends on."""
    places: dict[str, list[int]] = {"N": [], "V": []}
    ranks = []
    for place, (kind, _, _) in enumerate(runs):
        ranks.append({each: len(places[each]) for each in places})
        places[kind[0]].append(place)
    links = []
    for label, (kind, _, _), rank in zip(labels, runs, ranks, strict=True):
        relation, _, where = label.partition(">")
        links.append((name_of(relation, kind), _governor(where, places, rank, kind[0])))
    return links


def _governor(
    where: str, places: Mapping[str, list[int]], rank: Mapping[str, int], own: str
) -> int | None:
    """The place that "V+1" stands for, seen from a phrase with so many of each kind before it."""
    if len(where) < 3:
        return None
    kind, distance = where[0], int(where[1:])
    index = rank[kind] + distance
    if distance > 0 and kind != own:
        index -= 1
    return places[kind][index] if 0 <= index < len(places[kind]) else None


def head_of(tags: Sequence[str], kind: str, first: int, last: int) -> int:
    """Return the head of a run: the last noun, name, pronoun or number;
    the last verb of a verb group."""
    wanted = ("NOUN", "PROPN", "PRON") if kind == "NP" else ("VERB", "AUX")
    for place in range(last - 1, first - 1, -1):
        if tags[place].startswith(wanted):
            return place
    return last - 1


def voice_of(
    words: Sequence[str], tags: Sequence[str], first: int, head: int, acts: bool = False
) -> str:
    """Return the voice of a verb group: a past participle without "have" before it is passive.

    One without any helper is passive unless its subject `acts`: "Tensions flared" against
    "rebels backed by Iran".
    """
    if not tags[head].startswith("VERB"):
        return ""
    if tags[head] != "VERB-VBN":
        return "active"
    be, have = clause_words("be"), clause_words("have")
    helpers = [word for word in map(folded, words[first:head]) if word in be or word in have]
    if not helpers:
        return "active" if acts else "passive"
    return "passive" if helpers[-1] in be else "active"


@cached_by(8)
def clause_words(name: str) -> frozenset[str]:
    """Return one of the lists of words that part or open clauses, by its name in the lexicon."""
    return frozenset(table("tokens")["clause"][name])
