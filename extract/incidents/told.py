"""What the words of an event tell of it beside its kind, place and day."""

from itertools import pairwise

from extract.doc import Doc, Sentence
from extract.doc.clauses import clauses_of
from extract.doc.morphology import all_verb_forms, is_plural
from extract.incidents.words import apart_words, care_words, joint_words, other_hour_words
from extract.lexicon import table
from extract.lexicon.closed import DEMONSTRATIVES, HAVE
from extract.records import Event, Span, When

ASIDE = frozenset({"acl", "relcl"})
"""Clauses that describe a noun."""
_PRESENT = frozenset({"VBP", "VBZ"})
_SINCE, _BEFORE = "since", "before"
_ENDS = frozenset(",;.")
_ARE = frozenset({"is", "are", "gets", "get"})
_STOPS = frozenset(",;:")
_POINTING = DEMONSTRATIVES | {"the", "such"}


def tells_since(doc: Doc, when: When, event: Event) -> bool:
    """Return whether a date tells since when: "the first to die since protests began in May"."""
    sentence = doc.sentences[doc.sentence_number(when.start_offset)]
    before = doc.text[sentence.start : when.start_offset]
    opened = before.lower().rfind(f" {_SINCE} ")
    clause = before[opened:] if opened >= 0 else ""
    told = range(sentence.start + opened, when.end_offset)
    inside = any(trigger.start in told for trigger in event.triggers)
    return len(clause.split()) > 1 and not _STOPS.intersection(clause) and not inside


def tells_apart(doc: Doc, span: Span) -> bool:
    """Return whether the words before one set it apart from what was reported before.

    "In two separate clashes" does not: both are told together.
    """
    sentence = doc.sentences[doc.sentence_number(span.start)]
    words = doc.text[sentence.start : span.end]
    return apart_words().search(words) is not None and joint_words().search(words) is None


def is_number(doc: Doc, span: Span) -> bool:
    """Return whether numbers alone stand for it: the second part of "nine in Dessa and four in
    Vemu"."""
    tokens = doc.syntax.tokens_in(span.start, span.end)
    return all(doc.pos[token] == "NUM" for token in tokens)


def is_general(doc: Doc, span: Span) -> bool:
    """Return whether words are for several or for a habit: "attacks", "bandits who kidnap"."""
    syntax = doc.syntax
    tokens = syntax.tokens_in(span.start, span.end)
    phrase = syntax.phrase_at(tokens[-1]) if tokens else None
    if phrase is None:
        return False
    if phrase.kind == "NP":
        return syntax.pos[phrase.head] == "NOUN" and is_plural(syntax.word(phrase.head))
    form = syntax.forms[phrase.head] if syntax.forms else ""
    return phrase.clause in ASIDE and form in _PRESENT


def is_of_any_case(doc: Doc, span: Span) -> bool:
    """Return whether a clause in the present tells of any case: "when thousands are killed"."""
    tokens = doc.syntax.tokens_in(span.start, span.end)
    phrase = doc.syntax.phrase_at(tokens[0]) if tokens else None
    sentence = doc.syntax.sentence_at(span.start)
    if phrase is None or sentence is None or doc.low[phrase.first] not in _ARE:
        return False
    clauses = clauses_of(doc, sentence)
    subjects = clauses.subjects(clauses.place_of(phrase.head))
    first = min([phrase.first, *(clauses.phrases[place].first for place in subjects)])
    return clauses.low(first - 1) in table("people")["single"]["whenever"]


def points_back(doc: Doc, span: Span) -> bool:
    """Return whether a noun is taken as known: "the attack", "this blast"."""
    syntax = doc.syntax
    tokens = syntax.tokens_in(span.start, span.end)
    if not tokens or syntax.pos[tokens[-1]] not in ("NOUN", "PROPN"):
        return False
    phrase = syntax.phrase_at(tokens[0])
    first = phrase.first if phrase else tokens[0]
    return any(syntax.lower(t) in _POINTING for t in range(max(0, first - 1), tokens[0]))


def is_of_another_hour(doc: Doc, span: Span) -> bool:
    """Return whether its sentence opens with another hour of the day: "Earlier on Friday"."""
    sentence = doc.sentences[doc.sentence_number(span.start)]
    return other_hour_words().match(doc.text, sentence.start) is not None


def is_of_several(doc: Doc, span: Span) -> bool:
    """Return whether the words behind it tell that it sums up several incidents: "were shot dead
    in separate incidents"."""
    sentence = doc.sentences[doc.sentence_number(span.start)]
    told = joint_words().search(doc.text, span.end, sentence.end)
    return told is not None and apart_words().search(told[0]) is not None


def is_in_care(doc: Doc, span: Span) -> bool:
    """Return whether a verb of dying tells what became of people who were hurt before: "nine were
    transferred to Dessa, where two died"."""
    sentence = doc.sentences[doc.sentence_number(span.start)]
    dies = span.of(doc.text).lower() in all_verb_forms(table("coreference")["wounds"]["verbs"])
    return dies and care_words().search(doc.text, sentence.start, sentence.end) is not None


def is_so_far(doc: Doc, span: Span, sentence: Sentence) -> bool:
    """Return whether it is what has happened since something: "have been killed since it began"."""
    return _is_perfect(doc, span) and _SINCE in doc.low[sentence.first : sentence.last]


def was_before(doc: Doc, span: Span) -> bool:
    """Return whether it tells what somebody has done before: "has attacked the town before"."""
    sentence = doc.sentences[doc.sentence_number(span.start)]
    told = doc.low[doc.syntax.tokens_in(span.start, span.end)[0] : sentence.last]
    again = any(pair[0] == _BEFORE and pair[1] in _ENDS for pair in pairwise(told))
    return again and _is_perfect(doc, span)


def _is_perfect(doc: Doc, span: Span) -> bool:
    """Whether it is a verb behind "have"."""
    phrase = doc.phrases[doc.syntax.tokens_in(span.start, span.end)[0]]
    if phrase is None or phrase.kind != "VG":
        return False
    return not HAVE.isdisjoint(doc.low[phrase.first : phrase.head])
