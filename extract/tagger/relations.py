"""How the phrases of a sentence hang together, as the tagger of relations labels them.

A label such as "subj>V+1" tells a phrase's function and what it depends on: subject of the next
verb group. "N-2" is the second noun phrase before, "0" nothing, "?" something further away.
"""

from collections.abc import Mapping, Sequence

from extract.doc.syntax import Phrase
from extract.lexicon import cached_by, table
from extract.tagger.chunks import Run
from extract.tagger.shapes import folded

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
    """Phrases of a sentence out of their runs; `offset` is the index of its first token."""
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
    """Voice of a verb group: a past participle is passive unless "have" stands before it.

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
