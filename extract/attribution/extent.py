"""How far what is said goes: the end of a complement, its start where it stands before the cue."""

from dataclasses import dataclass

from extract.attribution.cues import CLAUSE, cues
from extract.attribution.page import Line
from extract.doc.clause_starts import starts_clause
from extract.doc.noun_phrases import noun_end
from extract.doc.sentence_view import NONE
from extract.doc.syntax import Phrase
from extract.doc.verb_groups import is_finite, is_infinitive, is_participle, verb_from
from extract.lexicon.closed import RELATIVES

_DASHES = frozenset({"-", "–", "—", "--"})
_FURTHER = frozenset({"and", "as", "because", "so", "which", "who"})
_FRONTING = frozenset(
    {"when", "where", "while", "if", "as", "although", "though", "because", "since", "after"}
    | {"before", "whenever", "unless", "once"}
)
_CONTRASTS = frozenset({"but", "though", "although", "whereas", "yet", "while"})
_SIGNS = frozenset({",", ";", ":", "and", "but"})
"""What alone can end what is said: no other word is looked at."""


def content_end(line: Line, start: int, group: Phrase, *, tight: bool = False) -> int:
    """Index after the last token of what is said, for a complement that starts at `start`.

    It runs to the end of the sentence, unless another cue goes on with the same subject, a
    contrast follows, or the cue stands in a clause that ends before. What is `tight`, such as the
    object of "supports", ends before any further clause.
    """
    page, limit = line.page, line.closing
    joining = _CONTRASTS | _FURTHER if tight else _CONTRASTS
    bound = _enclosing(line, group)
    watched = _SIGNS | bound.signs
    token = start
    while token < limit:
        if page.low[token] not in watched and page.quote[token] == NONE:
            token += 1
            continue
        quotation = page.quotation_of(token)
        if quotation is not None:
            run = page.quote_run(quotation)
            if run.last > line.last:
                return run.last
            token = max(run.last, token + 1)
            continue
        if _parts(line, token) or bound.ends_at(line, token) or _goes_on(line, token, group):
            return token
        if _joins_clause(line, token, joining):
            return token
        token += 1
    return limit


def _parts(line: Line, token: int) -> bool:
    """Whether a semicolon, or a colon that leads to no quotation, ends the clause."""
    if line.low(token) == ":":
        return token + 1 >= line.last or line.page.quote[token + 1] == NONE
    return line.low(token) == ";"


@dataclass(frozen=True, slots=True)
class _Bound:
    """The sign that ends the clause the cue stands in, if it ends before the sentence."""

    signs: frozenset[str] = frozenset()
    before_clause: bool = False
    """It counts only where a clause follows."""

    def ends_at(self, line: Line, token: int) -> bool:
        """Whether the cue's clause ends before the token."""
        if line.low(token) not in self.signs:
            return False
        return not self.before_clause or starts_clause(line, token + 1)


def _enclosing(line: Line, group: Phrase) -> _Bound:
    """What bounds the cue's clause: brackets, dashes, a relative clause, a fronted clause."""
    before = line.page.low[line.first : group.first]
    if before.count("(") + before.count("[") > before.count(")") + before.count("]"):
        return _Bound(frozenset({")", "]"}))
    in_dashes = sum(map(before.count, _DASHES)) % 2 == 1
    if in_dashes and any(line.low(token) in _DASHES for token in range(group.last, line.last)):
        return _Bound(_DASHES)
    if _is_relative(line, group) or _is_fronted(line, group):
        return _Bound(frozenset({","}), before_clause=True)
    return _Bound()


def _is_relative(line: Line, group: Phrase) -> bool:
    token = group.first - 1
    while token > line.first and line.pos(token) in ("ADV", "AUX", "PART"):
        token -= 1
    return line.low(token) in RELATIVES and line.low(token - 1) == ","


def _is_fronted(line: Line, group: Phrase) -> bool:
    """Whether the cue stands in a clause or phrase before the main one: "When S said C, ..."."""
    if not is_finite(line, group):
        return not any(g.first < group.first and is_finite(line, g) for g in line.groups)
    token = line.first
    while line.pos(token) in ("CCONJ", "ADV", "PUNCT") and line.low(token) not in _FRONTING:
        token += 1
    opener = line.low(token) in _FRONTING or line.pos(token) in ("SCONJ", "ADP")
    if not opener and group.first != token:
        return False
    return not any(
        line.low(comma) == "," and starts_clause(line, comma + 1)
        for comma in range(token, group.first)
    )


def _joins_clause(line: Line, token: int, joining: frozenset[str]) -> bool:
    """Whether a comma and a conjunction lead to a clause with a subject of its own."""
    if line.low(token) != "," or line.low(token + 1) not in joining:
        return False
    return starts_clause(line, token + 2)


def _goes_on(line: Line, token: int, group: Phrase) -> bool:
    """Whether another statement begins: ", adding that", "and warned that", ", according to"."""
    low, place = line.low(token), token + 1
    if low == "," and line.low(place) in ("and", "but", "or"):
        low, place = line.low(place), place + 1
    if low == ",":
        if line.low(place) == "according" or _says_at(line, place):
            return True
        after = verb_from(line, place)
        return after is not None and is_participle(line, after) and _is_cue(line, after)
    if low in ("and", "but"):
        after = verb_from(line, place)
        return after is not None and _says(line, after) and _alike(line, group, after)
    return False


def _says_at(line: Line, token: int) -> bool:
    """Whether someone "says" at the token: ", the mayor said", ", said the mayor"."""
    noun = line.noun(token)
    group = verb_from(line, noun_end(line, noun) if noun else token)
    return group is not None and line.low(group.head) in cues().plain and is_finite(line, group)


def _is_cue(line: Line, group: Phrase) -> bool:
    return line.low(group.head) in cues().verbs


def _says(line: Line, group: Phrase) -> bool:
    """Whether the verb reports words rather than thoughts."""
    return any(
        cue.frames.get(CLAUSE, "think") != "think"
        for cue in cues().verbs.get(line.low(group.head), ())
    )


def _alike(line: Line, one: Phrase, other: Phrase) -> bool:
    """Whether two verb groups have the same form, as coordinated ones have."""
    if is_participle(line, one) or is_participle(line, other):
        return is_participle(line, one) and is_participle(line, other)
    if is_infinitive(line, one):
        return line.pos(other.first) != "AUX"
    return not is_infinitive(line, other) and line.low(other.head)[-1] == line.low(one.head)[-1]


def content_start(line: Line, before: int) -> int:
    """First token of what is said, where it ends with the token `before` and the cue follows."""
    quotation = line.page.quotation_of(before)
    if quotation is None and line.low(before) == "," and before > line.first:
        quotation = line.page.quotation_of(before - 1)
    if quotation is None:
        return line.first
    first = line.page.quote_run(quotation).first
    if first > line.first and line.low(first - 1) == ":":
        return first
    return min(line.first, first)
