"""Active verbs of saying and thinking: "S says that C", "C, S says", "S denies C"."""

from extract.attribution.cue_reading import Spoken
from extract.attribution.cues import BARE, CLAUSE, INFINITIVE, LABEL, NAMING, OBJECT, QUOTE, SEEMING
from extract.attribution.draft import Draft
from extract.attribution.following import Place, counts, near_place, places_after, quote_at
from extract.attribution.page import Line, Run
from extract.doc.clause_starts import clause_at, has_verb
from extract.doc.noun_phrases import noun_end
from extract.doc.sentence_view import NONE
from extract.doc.verb_groups import is_participle
from extract.lexicon.closed import RELATIVES

_PERSONAL = frozenset({"he", "she", "him", "her", "who"})
_OWN = frozenset({"his", "her"})


def said_after(spoken: Spoken) -> Draft | None:
    """ "S says that C", "S told R that C", "S said in a statement: C"."""
    line = spoken.line
    for place in places_after(line, spoken.after, spoken.cue.addressee):
        start = quote_at(line, place.token) if spoken.takes(CLAUSE, QUOTE) else None
        if start is None and spoken.takes(CLAUSE) and _leads_to_clause(spoken, place):
            start = place.token
        if start is not None:
            return spoken.draft(CLAUSE, [spoken.rest(start)], spoken.subject, place.via)
    return None


def _leads_to_clause(spoken: Spoken, place: Place) -> bool:
    line = spoken.line
    if line.low(place.token) == "that":
        return clause_at(line, place.token)
    return place.near and (clause_at(line, place.token) or _has_gap(spoken, place.token))


def _has_gap(spoken: Spoken, token: int) -> bool:
    """ "what S said were the failures": a verb at once, whose subject stands before S."""
    line, source = spoken.line, spoken.subject
    if source is None or line.low(source.first - 1) not in RELATIVES | {"what"}:
        return False
    return has_verb(line, token)


def labelled(spoken: Spoken) -> Draft | None:
    """ "S calls X C", "S describes X as C"."""
    if not spoken.takes(LABEL):
        return None
    line, content = spoken.line, spoken.rest(spoken.after, tight=True)
    tokens = range(content.first, content.last)
    called = any(line.low(token) == "as" or line.quoted(token) for token in tokens)
    if not called and not spoken.takes(NAMING):
        return None
    return spoken.draft(LABEL, [content], spoken.subject)


def meant(spoken: Spoken) -> Draft | None:
    """ "S promises to C"."""
    line, start = spoken.line, near_place(spoken.line, spoken.after)
    if not spoken.takes(INFINITIVE) or line.low(start) != "to" or line.pos(start) == "ADP":
        return None
    return spoken.draft(INFINITIVE, [spoken.rest(start, tight=True)], spoken.subject)


def named(spoken: Spoken) -> Draft | None:
    """ "S denies C", "S says C", where C is a noun phrase or a gerund."""
    line, start = spoken.line, near_place(spoken.line, spoken.after)
    thing = spoken.takes(OBJECT, BARE) and _thing_at(line, start)
    if not thing and not (spoken.takes(BARE) and line.verb(start) is not None):
        return None
    if spoken.cue.addressee and _says_nothing(line, start):
        return None
    if spoken.cue.personal and not _between_persons(spoken, start):
        return None
    frame = OBJECT if spoken.takes(OBJECT) else CLAUSE
    content = spoken.rest(start, tight=frame == OBJECT)
    return spoken.draft(frame, [_announced_quote(line, content) or content], spoken.subject)


def _says_nothing(line: Line, start: int) -> bool:
    """Whether all that follows is to whom it was said: "told reporters on Friday"."""
    noun = line.noun(start)
    if noun is None or noun.role != "iobj":
        return False
    return near_place(line, noun_end(line, noun)) >= line.closing


def _between_persons(spoken: Spoken, start: int) -> bool:
    """Whether a person speaks of a person: "the senator attacked his rival"."""
    line, subject, noun = spoken.line, spoken.subject, spoken.line.noun(start)
    actor = line.noun(subject.first) if subject is not None else None
    if actor is None or noun is None or not _is_person(line, actor.head):
        return False
    return _is_person(line, noun.head) or line.low(noun.first) in _OWN


def _is_person(line: Line, token: int) -> bool:
    return line.page.person[token] != NONE or line.low(token) in _PERSONAL


def _thing_at(line: Line, token: int) -> bool:
    """Whether a noun phrase, a gerund or a quotation begins at the token."""
    if line.noun(token) is not None or line.quoted(token):
        return True
    gerund = line.verb(token)
    if gerund is not None:
        return is_participle(line, gerund)
    return line.pos(token) in ("DET", "NUM", "ADJ") or counts(line, token)


def _announced_quote(line: Line, content: Run) -> Run | None:
    """The quotation that an object leads to: "issued a statement: C"."""
    lows = line.page.low[content.first : min(content.last, line.closing)]
    for token in (content.first + n for n, low in enumerate(lows) if low in (",", ":")):
        start = quote_at(line, token)
        if start is not None:
            quotation = line.page.quotation_of(start)
            end = line.page.quote_run(quotation).last if quotation else start
            return Run(start, max(content.last, end))
    return None


def seemed(spoken: Spoken) -> Draft | None:
    """ "C seems to C": nobody's statement, but not the reporter's own either."""
    return spoken.around(SEEMING, spoken.after, None) if spoken.takes(SEEMING) else None
