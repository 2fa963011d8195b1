"""What single persons underwent, numbered or not: killed, hurt, seized, lost, by their own hand."""

from collections.abc import Collection, Iterator, Sequence

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.status import status_of
from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.doc.tree import Form
from extract.doc.words import is_people
from extract.lexicon import table
from extract.lexicon.closed import BETWEEN_CLAUSES, INDEFINITES
from extract.quantities.affected import Told, affected, is_passive, opening_outcome, single
from extract.quantities.relations import Placed
from extract.quantities.words import listed, outcome_words
from extract.records import Figure, Span
from extract.vocabulary import Status

KILLED = "killed"
OUTCOMES = frozenset({KILLED, "wounded", "missing", "captured", "abducted"})
"""Outcomes that a person is counted for."""

_OF_THINGS = frozenset({"held", "destroyed"})
"""Outcomes of verbs that say too little of one person: "blew up", "charged"."""

Undergone = tuple[int, str]
"""The place of a noun phrase in its clauses, and the outcome."""


def undergone(clauses: Clauses) -> Iterator[Undergone]:
    """Yield each noun phrase of the sentence that underwent something, as a fact,
    with its outcome."""
    for place, told in affected(clauses):
        for one in told:
            outcome = _of_person(clauses, place, one)
            if outcome in OUTCOMES and took_place(clauses, one.by, verbal=clauses.is_verb(one.by)):
                yield place, outcome
    for verb in range(len(clauses.phrases)):
        if clauses.is_verb(verb) and clauses.head(verb) in single("finding"):
            yield from _remains(clauses, verb)


def _of_person(clauses: Clauses, place: int, told: Told) -> str | None:
    """What a single person underwent; none from words that say too little of one."""
    head = clauses.head(told.by)
    if told.construction == "beside" and clauses.verb(clauses.phrases[place].last):
        return None  # the verb tells it, with its negation
    if told.construction == "noun" and head in single("not_of"):
        return None
    verbal = clauses.is_verb(told.by)
    if verbal and head in single("weak") and not clauses.is_passive(told.by):
        return None
    if told.outcome in _OF_THINGS or (told.outcome == "beaten" and head not in single("shooting")):
        return None
    return outcome_words().of_people.get(told.outcome, told.outcome)


def _remains(clauses: Clauses, verb: int) -> Iterator[Undergone]:
    """ "a body was found": of whom is not told."""
    if not took_place(clauses, verb, verbal=True):
        return
    told = clauses.subjects(verb) if is_passive(clauses, verb) else clauses.objects(verb)
    for place in told:
        whose = clauses.possessors(place) or "of" in dict(clauses.modifiers(place))
        if clauses.head(place) in single("remains") and not whose:
            yield place, KILLED


def took_place(clauses: Clauses, place: int, *, verbal: bool) -> bool:
    """Return whether it is told as a fact: not denied, planned, feared,
    asked or said of any such case."""
    phrase = clauses.phrases[place]
    if status_of(clauses, phrase.first, phrase.head, verbal=verbal) is not Status.ACTUAL:
        return False
    sentence = clauses.sentence
    if clauses.syntax.word(sentence.last - 1) == "?" or _is_denied(clauses, place):
        return False
    if verbal and _is_attempt(clauses, place):
        return False
    return not (verbal and _opens_case(clauses, place) and _present(clauses, place))


def _is_denied(clauses: Clauses, place: int) -> bool:
    """ "denied that it had shot a boy"."""
    above = clauses.governor(place)
    return above != NONE and clauses.head(above) in single("denying")


def _is_attempt(clauses: Clauses, verb: int) -> bool:
    """ "tried to kill the president", "an attempt to abduct a judge", "illegal to detain"."""
    if clauses.form(verb) is not Form.INFINITIVE:
        return False
    before = clauses.phrases[verb].first - 1
    if before >= clauses.sentence.first and clauses.syntax.pos[before] == "ADJ":
        return True
    above = [clauses.governor(verb), verb - 1]
    return any(place >= 0 and clauses.head(place) in single("attempting") for place in above)


def _opens_case(clauses: Clauses, verb: int) -> bool:
    """Whether "when" or the like stands before the clause."""
    first = min([verb, *(p for p in clauses.children(verb) if clauses.is_noun(p))])
    before = clauses.phrases[first].first - 1
    return before >= clauses.sentence.first and clauses.syntax.lower(before) in single("whenever")


def _present(clauses: Clauses, verb: int) -> bool:
    phrase = clauses.phrases[verb]
    first = clauses.syntax.lower(phrase.first)
    forms = clauses.syntax.forms
    return first in ("is", "are", "gets") or bool(forms and forms[phrase.head] in ("VBZ", "VBP"))


_PERSONAL = frozenset({"he", "she", "him", "her"})


def single_persons(clauses: Clauses, names: Collection[int]) -> Iterator[tuple[Span, str]]:
    """Yield each single person of a sentence to whom something happened, with the outcome.

    "The boy later died", "she was pronounced dead": a person told of before counts as well as one
    brought in; `names` are the tokens of the names of persons.
    """
    for place, outcome in undergone(clauses):
        phrase = clauses.phrases[place]
        if _is_single(clauses, phrase, names):
            yield Span(*clauses.syntax.span_of(phrase.first, phrase.last)), outcome


def _is_single(clauses: Clauses, phrase: Phrase, names: Collection[int]) -> bool:
    first, head = clauses.syntax.lower(phrase.first), clauses.syntax.lower(phrase.head)
    words = table("people")["single"]
    if first in words["not_one"] or head in words["never"] or head in INDEFINITES:
        return False
    if head in _PERSONAL or phrase.head in names:
        return True
    start, end = clauses.syntax.span_of(phrase.first, phrase.last)
    if clauses.syntax.text[start:end].lower().endswith(tuple(listed("age", "old"))):
        return True
    several = head in words["plural"] or head.endswith(("s", "men", "people", "children"))
    return is_people(head) and not several


_ALONE = frozenset({"himself", "herself"})
_JOINING = frozenset({"and", "then"})
_LIFE_REACH = 4


def own_deaths(clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Yield the first and last token (exclusive) of words for the own death of one person.

    Codebooks count it: ACLED, UCDP and the Gun Violence Archive have attackers among the dead.
    """
    if not _tells_of_own(clauses):
        return
    killed = {place for place, outcome in undergone(clauses) if outcome == KILLED}
    for place, phrase in enumerate(clauses.phrases):
        if clauses.is_noun(place) and clauses.syntax.lower(phrase.head) in _ALONE:
            before = clauses.syntax.lower(phrase.first - 1)
            joined = before in _JOINING and any(other < place for other in killed)
            if place in killed or joined:
                yield phrase.head, phrase.head + 1
        elif clauses.is_verb(place) and took_place(clauses, place, verbal=True):
            yield from _taken(clauses, phrase.head)


def _tells_of_own(clauses: Clauses) -> bool:
    """Whether a word for it stands in the sentence at all."""
    told = table("figures")["own_death"]
    words = clauses.syntax.lows[clauses.sentence.first : clauses.sentence.last]
    return not _ALONE.union(told["taking"], told["committing"]).isdisjoint(words)


def _taken(clauses: Clauses, verb: int) -> Iterator[tuple[int, int]]:
    """ "took her own life", "committed suicide"."""
    head = clauses.syntax.lower(verb)
    behind = [
        clauses.syntax.lower(token)
        for token in range(verb + 1, min(verb + _LIFE_REACH, clauses.sentence.last))
    ]
    told = table("figures")["own_death"]
    if head in told["taking"] and " ".join(behind) in told["taken"]:
        yield verb + 1, verb + _LIFE_REACH
    elif head in told["committing"] and behind[:1] == told["committed"]:
        yield verb + 1, verb + 2


_OPENS_LIST = frozenset({",", "-", "(", ":"}) | BETWEEN_CLAUSES
_CLOSES = frozenset({",", ".", "-", ")"}) | BETWEEN_CLAUSES
_OPENING_REACH, _LONGEST_LIST = 24, 16
_LINKS = frozenset({",", "and"})
_PART_REACH = 3
_TOLD = frozenset({"pred", "obj", "subj", "conj"})


def may_hold(figure: Figure) -> bool:
    """Return whether the figure counts several who were affected."""
    least = figure.low or figure.point or figure.high or 0
    return figure.outcome in OUTCOMES and figure.unit is None and least > 1


def is_part(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether "including" or "among them" stands before the phrase."""
    low = max(sentence.first, phrase.first - _PART_REACH)
    before = [syntax.lower(token) for token in range(low, phrase.first)]
    return (bool(before) and before[-1] in listed("counted", "part")) or before[-2:] in (
        ["among", "them"],
        ["among", "whom"],
    )


def explains(clauses: Clauses, lead: int, place: int, wholes: Sequence[Placed]) -> bool:
    """Return whether those listed are those counted before: "Two people,
    a man and a woman, died"."""
    phrase = clauses.phrases[lead]
    start, end = clauses.syntax.span_of(phrase.first, phrase.last)
    whole = next((p.figure for p in wholes if start <= p.figure.start < end), None)
    if whole is None or whole.unit is not None:
        return False
    if clauses.role(place) == "appos":
        return True
    if clauses.head(lead) in single("own_kind"):
        return False
    listed = clauses.conjuncts(lead)
    after = clauses.phrases[listed[-1]].last
    closed = clauses.syntax.lower(after) if after < clauses.sentence.last else "."
    behind = clauses.syntax.lower(phrase.last) if phrase.last < clauses.sentence.last else ""
    return behind in _OPENS_LIST and closed in _CLOSES and whole.point == len(listed) - 1


def listed_among(clauses: Clauses) -> Iterator[Undergone]:
    """Yield who is told to be one of those: "Among the dead was a doctor",
    "the wounded include ..."."""
    for verb in range(len(clauses.phrases)):
        if not clauses.is_verb(verb) or clauses.head(verb) not in single("listing"):
            continue
        outcome = _outcome_of_those(clauses, verb)
        if outcome and took_place(clauses, verb, verbal=True):
            leads = [p for p in clauses.children(verb) if p > verb and clauses.is_noun(p)]
            told = [p for p in leads if clauses.role(p) in _TOLD]
            found = {
                p for lead in told for p in (*clauses.conjuncts(lead), *_chained(clauses, lead))
            }
            yield from ((place, outcome) for place in sorted(found))


def _chained(clauses: Clauses, lead: int) -> Iterator[int]:
    """The phrases that commas and "and" alone part from this one and from one another."""
    for place in range(lead + 1, min(lead + _LONGEST_LIST, len(clauses.phrases))):
        between = range(clauses.phrases[place - 1].last, clauses.phrases[place].first)
        words = [clauses.syntax.lower(token) for token in between]
        if not words or not _LINKS.issuperset(words) or not clauses.is_noun(place):
            return
        yield place


def _outcome_of_those(clauses: Clauses, verb: int) -> str | None:
    """Of "the dead", "those killed" right before the verb, or of "Killed" that opens it."""
    opened = opening_outcome(clauses, verb)
    if opened in OUTCOMES:
        return opened
    last = clauses.phrases[verb].first - 1
    if last < clauses.sentence.first:
        return None
    before = clauses.syntax.lower(last - 1) if last > clauses.sentence.first else ""
    if before and before not in single("those") and not before.endswith(("s", "men", "people")):
        return None
    outcome = outcome_words().beside.get(clauses.syntax.lower(last))
    return outcome if outcome in OUTCOMES else None
