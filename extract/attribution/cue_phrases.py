"""Statements without a verb of saying: "S: C", "according to S", "S's claim that C"."""

from extract.attribution.cues import ACCORDING, ADJECTIVE, HEADLINE, HEDGE, NOUN, cues
from extract.attribution.extent import content_end
from extract.attribution.governing_verb import Speakers
from extract.attribution.speakers import UNKNOWN, kind_of
from extract.attribution.view import Candidate, IndexedSentence
from extract.doc.doc import NONE
from extract.doc.phrases import POSSESSIVE, clause_at, noun_end, noun_start
from extract.doc.syntax import Phrase, TokenSpan
from extract.lexicon.closed import POSSESSIVES

_LONGEST_NAME = 5
_SHORTEST_STATEMENT = 3
_DASHES = frozenset({"–", "—", "-", "--"})
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ", "PART"})


def headline(view: IndexedSentence) -> Candidate | None:
    """Return the statement that the first colon or dash of a heading reports."""
    token = _first_sign(view, _DASHES | {":"})
    if token is None:
        return None
    before, after = TokenSpan(view.first, token), TokenSpan(token + 1, view.closing)
    if view.low(token) == ":" and _is_name(view, before) and _says_much(after):
        return _candidate(token, after, before)
    elif _is_name(view, after) and _says_much(before):
        return _candidate(token, before, after)
    return None


def speaker_label(view: IndexedSentence) -> Candidate | None:
    """Return what follows a speaker's name and a colon, as in a transcript."""
    token = _first_sign(view, frozenset({":"}))
    if token is None:
        return None
    before, after = TokenSpan(view.first, token), TokenSpan(token + 1, view.closing)
    names = range(before.first, before.last)
    proper = all(_is_proper(view, place) or view.low(place) == "." for place in names)
    if proper and _is_name(view, before) and _says_much(after):
        return _candidate(token, after, before)
    return None


def _candidate(token: int, content: TokenSpan, source: TokenSpan) -> Candidate:
    return Candidate(TokenSpan(token, token + 1), [content], "neutral", source, frame=HEADLINE)


def _first_sign(view: IndexedSentence, signs: frozenset[str]) -> int | None:
    """The first of the signs that stands outside quotations, with words on both sides."""
    inside = range(view.first + 1, view.closing - 1)
    return next((t for t in inside if view.low(t) in signs and _stands_free(view, t)), None)


def _stands_free(view: IndexedSentence, token: int) -> bool:
    """Whether the sign parts the heading: outside quotations, and a dash between spaces."""
    if view.quoted(token):
        return False
    syntax = view.indexed.syntax
    apart = syntax.ends[token - 1] < syntax.starts[token]
    return view.low(token) == ":" or apart


def _is_name(view: IndexedSentence, run: TokenSpan) -> bool:
    """Whether the words are one short noun phrase that a speaker may have."""
    tokens = range(run.first, run.last)
    if not 0 < len(tokens) <= _LONGEST_NAME or any(view.pos(t) not in _IN_NAMES for t in tokens):
        return False
    if any(view.quoted(token) for token in tokens):
        return False
    if any(_is_proper(view, token) for token in tokens):
        return True
    return kind_of([view.indexed.words(run)], view.low(run.last - 1), None) != UNKNOWN


def _is_proper(view: IndexedSentence, token: int) -> bool:
    """Whether the token is part of a name: by its part of speech, or in that of a person."""
    return view.pos(token) == "PROPN" or view.indexed.person[token] != NONE


def _says_much(run: TokenSpan) -> bool:
    return run.last - run.first >= _SHORTEST_STATEMENT


_AROUND = frozenset({",", "—", "--", "(", ")", ":"})


def according(view: IndexedSentence, token: int, _subjects: Speakers) -> Candidate | None:
    """Find "According to S, C" and "C, according to S"."""
    last = _phrase_end(view, token)
    noun = view.noun(last) if last != NONE else None
    if noun is None:
        return None
    source = TokenSpan(noun.first, _source_end(view, noun))
    contents = _beside(view, token, source.last)
    if not contents:
        return None
    return Candidate(TokenSpan(token, last), contents, "neutral", source, frame=ACCORDING)


def _phrase_end(view: IndexedSentence, token: int) -> int:
    """Index after a phrase of the lexicon that stands at the token; else `NONE`."""
    for words in cues().prepositions.get(view.low(token), ()):
        last = token + len(words)
        if tuple(view.low(place) for place in range(token, last)) == words:
            return last
    return NONE


def _source_end(view: IndexedSentence, noun: Phrase) -> int:
    """To the comma, or to the end of the sentence."""
    last = noun_end(view, noun)
    while last < view.closing and view.low(last) not in _AROUND | {";"}:
        last += 1
    return last


def _beside(view: IndexedSentence, token: int, last: int) -> list[TokenSpan]:
    """What is said before and after the phrase."""
    before, after = token, last
    while before > view.first and view.low(before - 1) in _AROUND:
        before -= 1
    while after < view.closing and view.low(after) in _AROUND:
        after += 1
    leads = before - view.first <= 1 or not any(group.first < before for group in view.groups)
    goes_on = leads or (view.low(last) == "," and view.pos(after) != "CCONJ")
    runs = [TokenSpan(view.first, before), TokenSpan(after, view.closing if goes_on else after)]
    return [run for run in runs if run.first < run.last]


def hedged(view: IndexedSentence, token: int, subjects: Speakers) -> Candidate | None:
    """Find "C, reportedly": said by someone whom the report does not name."""
    if view.low(token) not in cues().hedges:
        return None
    group = next((group for group in view.groups if group.last > token), None)
    subject = subjects.of(group) if group else None
    end = content_end(view, token, group, tight=True) if group else view.closing
    start = min(token, group.first) if group else view.first
    runs = [subject] if subject is not None and subject.last <= start else []
    runs += [TokenSpan(start, token), TokenSpan(token + 1, end)]
    contents = [run for run in runs if run.first < run.last]
    return (
        Candidate(TokenSpan(token, token + 1), contents, "claim", frame=HEDGE) if contents else None
    )


def of_mind(view: IndexedSentence, token: int, subjects: Speakers) -> Candidate | None:
    """Find "S is sure that C"."""
    leading = cues().adjectives.get(view.low(token))
    group = _copula(view, token) if leading else None
    if leading is None or group is None:
        return None
    start = token + 1
    stance = leading.get(view.low(start))
    if stance is None and "that" in leading and clause_at(view, start):
        stance = leading["that"]
    if stance is None or start >= view.closing:
        return None
    if view.low(start) in leading and view.low(start) not in ("that", "to"):
        start += 1
    cue = TokenSpan(group.first, max(token + 1, start))
    contents = [TokenSpan(start, content_end(view, start, group, tight=True))]
    return Candidate(cue, contents, stance, subjects.of(group), frame=ADJECTIVE)


def _copula(view: IndexedSentence, token: int) -> Phrase | None:
    """The verb before a predicate adjective."""
    be = token - 1
    while view.pos(be) in ("ADV", "PART") and view.low(be) not in cues().linking:
        be -= 1
    return (view.verb(be) or view.verb(token)) if view.low(be) in cues().linking else None


def by_noun(view: IndexedSentence, token: int, subjects: Speakers) -> Candidate | None:
    """Find "S's claim that C", "fears of C"."""
    leading = cues().nouns.get(view.low(token))
    noun = view.noun(token)
    if leading is None or noun is None or noun.head != token:
        return None
    start = noun.last
    stance = leading.get(view.low(start))
    if stance is None or (view.low(start) == "that" and not clause_at(view, start)):
        return None
    source = _possessor(view, noun) or _holder(view, noun, subjects)
    start += view.low(start) not in ("that", "to")
    content = TokenSpan(start, _noun_content_end(view, start))
    if content.first >= content.last:
        return None
    return Candidate(TokenSpan(noun.head, noun.last), [content], stance, source, frame=NOUN)


def _noun_content_end(view: IndexedSentence, start: int) -> int:
    group = next((group for group in view.groups if group.first >= start), None)
    noun = view.noun(start)
    if view.low(start) in ("that", "to") or (noun is None and group and group.first == start):
        return content_end(view, start, group, tight=True) if group else view.closing
    if noun is None or view.indexed.date[noun.head] != NONE:
        return start
    last = noun.last
    while view.pos(last) == "ADP" and (further := view.noun(last + 1)) is not None:
        last = further.last
    return last


def _possessor(view: IndexedSentence, noun: Phrase) -> TokenSpan | None:
    """Whose claim it is."""
    for token in range(noun.first, noun.head):
        if view.low(token) in POSSESSIVE and token > noun.first:
            return TokenSpan(noun.first, token)
        if view.low(token) in POSSESSIVES:
            return TokenSpan(token, token + 1)
    first = noun_start(view, noun)
    last = noun.first - (view.low(noun.first - 1) in POSSESSIVE)
    if first < last:
        return TokenSpan(first, last)
    if noun.head > noun.first and view.pos(noun.head - 1) in ("PROPN", "NOUN"):
        return TokenSpan(noun.first, noun.head)
    return None


def _holder(view: IndexedSentence, noun: Phrase, subjects: Speakers) -> TokenSpan | None:
    """The subject of "make a claim", "have a plan"; that of the sentence for "in the hope that"."""
    before = noun.first - 1
    group = view.verb(before)
    if group is not None and view.low(group.head) not in cues().holding:
        return None
    if group is None and view.low(before) == "in":
        group = next((g for g in reversed(view.groups) if g.last <= before), None)
    return subjects.of(group) if group else None
