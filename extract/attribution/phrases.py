"""Statements without a verb of saying: "according to S", "S's claim that C", "S is sure that C"."""

from collections.abc import Iterator

from extract.attribution.cues import cues
from extract.attribution.draft import Draft
from extract.attribution.extent import content_end
from extract.attribution.page import Line, Run
from extract.attribution.subjects import Subjects
from extract.doc.clause_starts import clause_at
from extract.doc.noun_phrases import POSSESSIVE, noun_end, noun_start
from extract.doc.sentence_view import NONE
from extract.doc.syntax import Phrase
from extract.lexicon.closed import BE, BE_CLITICS

_COPULAR = (
    BE
    | BE_CLITICS
    | {
        "seem",
        "seems",
        "seemed",
        "remain",
        "remains",
        "remained",
        "feel",
        "feels",
        "felt",
    }
)
_OWN = frozenset({"his", "her", "their", "its", "my", "our"})
_AROUND = frozenset({",", "—", "--", "(", ")", ":"})


def phrase_statements(line: Line, subjects: Subjects) -> Iterator[Draft]:
    """The statements that prepositions, adverbs, adjectives and nouns of the sentence report."""
    for token in range(line.first, line.last):
        if line.quoted(token):
            continue
        draft = (
            _according(line, token)
            or _hedged(line, token, subjects)
            or _of_mind(line, token, subjects)
            or _by_noun(line, token, subjects)
        )
        if draft is not None:
            yield draft


def _according(line: Line, token: int) -> Draft | None:
    """ "According to S, C" and "C, according to S"."""
    last = _phrase_end(line, token)
    noun = line.noun(last) if last != NONE else None
    if noun is None:
        return None
    source = Run(noun.first, _source_end(line, noun))
    contents = _beside(line, token, source.last)
    if not contents:
        return None
    return Draft(Run(token, last), contents, "neutral", source, frame="according")


def _phrase_end(line: Line, token: int) -> int:
    """Index after a phrase of the lexicon that stands at the token; else `NONE`."""
    for words in cues().prepositions.get(line.low(token), ()):
        last = token + len(words)
        if tuple(line.low(place) for place in range(token, last)) == words:
            return last
    return NONE


def _source_end(line: Line, noun: Phrase) -> int:
    """To the comma, or to the end of the sentence."""
    last = noun_end(line, noun)
    while last < line.closing and line.low(last) not in _AROUND | {";"}:
        last += 1
    return last


def _beside(line: Line, token: int, last: int) -> list[Run]:
    """What is said before and after the phrase."""
    before, after = token, last
    while before > line.first and line.low(before - 1) in _AROUND:
        before -= 1
    while after < line.closing and line.low(after) in _AROUND:
        after += 1
    leads = before - line.first <= 1 or not any(group.first < before for group in line.groups)
    goes_on = leads or (line.low(last) == "," and line.pos(after) != "CCONJ")
    runs = [Run(line.first, before), Run(after, line.closing if goes_on else after)]
    return [run for run in runs if run.first < run.last]


def _hedged(line: Line, token: int, subjects: Subjects) -> Draft | None:
    """ "C, reportedly": said by someone whom the report does not name."""
    if line.low(token) not in cues().hedges:
        return None
    group = next((group for group in line.groups if group.last > token), None)
    subject = subjects.of(group) if group else None
    end = content_end(line, token, group, tight=True) if group else line.closing
    start = min(token, group.first) if group else line.first
    runs = [subject] if subject is not None and subject.last <= start else []
    runs += [Run(start, token), Run(token + 1, end)]
    contents = [run for run in runs if run.first < run.last]
    return Draft(Run(token, token + 1), contents, "claim", frame="hedge") if contents else None


def _of_mind(line: Line, token: int, subjects: Subjects) -> Draft | None:
    """ "S is sure that C"."""
    leading = cues().adjectives.get(line.low(token))
    group = _copula(line, token) if leading else None
    if leading is None or group is None:
        return None
    start = token + 1
    stance = leading.get(line.low(start))
    if stance is None and "that" in leading and clause_at(line, start):
        stance = leading["that"]
    if stance is None or start >= line.closing:
        return None
    if line.low(start) in leading and line.low(start) not in ("that", "to"):
        start += 1
    cue = Run(group.first, max(token + 1, start))
    contents = [Run(start, content_end(line, start, group, tight=True))]
    return Draft(cue, contents, stance, subjects.of(group), frame="adjective")


def _copula(line: Line, token: int) -> Phrase | None:
    """The verb before a predicate adjective."""
    be = token - 1
    while line.pos(be) in ("ADV", "PART") and line.low(be) not in _COPULAR:
        be -= 1
    return (line.verb(be) or line.verb(token)) if line.low(be) in _COPULAR else None


def _by_noun(line: Line, token: int, subjects: Subjects) -> Draft | None:
    """ "S's claim that C", "fears of C"."""
    leading = cues().nouns.get(line.low(token))
    noun = line.noun(token)
    if leading is None or noun is None or noun.head != token:
        return None
    start = noun.last
    stance = leading.get(line.low(start))
    if stance is None or (line.low(start) == "that" and not clause_at(line, start)):
        return None
    source = _possessor(line, noun) or _holder(line, noun, subjects)
    start += line.low(start) not in ("that", "to")
    content = Run(start, _noun_content_end(line, start))
    if content.first >= content.last:
        return None
    return Draft(Run(noun.head, noun.last), [content], stance, source, frame="noun")


def _noun_content_end(line: Line, start: int) -> int:
    group = next((group for group in line.groups if group.first >= start), None)
    noun = line.noun(start)
    if line.low(start) in ("that", "to") or (noun is None and group and group.first == start):
        return content_end(line, start, group, tight=True) if group else line.closing
    if noun is None or line.page.date[noun.head] != NONE:
        return start
    last = noun.last
    while line.pos(last) == "ADP" and (further := line.noun(last + 1)) is not None:
        last = further.last
    return last


def _possessor(line: Line, noun: Phrase) -> Run | None:
    """Whose claim it is."""
    for token in range(noun.first, noun.head):
        if line.low(token) in POSSESSIVE and token > noun.first:
            return Run(noun.first, token)
        if line.low(token) in _OWN:
            return Run(token, token + 1)
    first = noun_start(line, noun)
    last = noun.first - (line.low(noun.first - 1) in POSSESSIVE)
    if first < last:
        return Run(first, last)
    if noun.head > noun.first and line.pos(noun.head - 1) in ("PROPN", "NOUN"):
        return Run(noun.first, noun.head)
    return None


def _holder(line: Line, noun: Phrase, subjects: Subjects) -> Run | None:
    """The subject of "make a claim", "have a plan"; that of the sentence for "in the hope that"."""
    before = noun.first - 1
    group = line.verb(before)
    if group is not None and line.low(group.head) not in cues().holding:
        return None
    if group is None and line.low(before) == "in":
        group = next((g for g in reversed(line.groups) if g.last <= before), None)
    return subjects.of(group) if group else None
