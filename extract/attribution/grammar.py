"""What a verb group is, and which words belong to a noun: plain facts of one sentence."""

from extract.attribution.page import BE, NONE, Line
from extract.doc.syntax import Phrase

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_BELONGING = frozenset({"of", "for", "from", "with", "at", "to", "on", "in"})
_JOINING = frozenset({"and", "&", "or"})
_LEADS_ON = frozenset({",", "?", "!", "—", "--", "…", ".", "...", ":"})
"""Signs at the end of a quotation after which its cue may follow."""
_AFTER_PARTICIPLE = frozenset({"by", "as", "to"})


def is_participle(line: Line, group: Phrase) -> bool:
    """Whether the group is an "-ing" form without a form of "be"."""
    return line.low(group.head).endswith("ing") and not has_auxiliary(line, group)


def is_infinitive(line: Line, group: Phrase) -> bool:
    """Whether "to" leads the group."""
    return any(line.low(token) == "to" for token in range(group.first - 1, group.head))


def is_bare_past(line: Line, group: Phrase) -> bool:
    """Whether the group is a past participle after its noun: "the man called X by"."""
    if group.role != "passive" or has_auxiliary(line, group):
        return False
    return line.low(group.last) in _AFTER_PARTICIPLE


def is_finite(line: Line, group: Phrase) -> bool:
    """Whether the group is neither a participle nor an infinitive."""
    return not (
        is_participle(line, group) or is_infinitive(line, group) or is_bare_past(line, group)
    )


def is_passive(line: Line, group: Phrase) -> bool:
    """Whether the group is passive, with a form of "be" or as a participle after its noun."""
    return group.role == "passive" and (has_auxiliary(line, group) or is_bare_past(line, group))


def has_auxiliary(line: Line, group: Phrase) -> bool:
    """Whether an auxiliary stands before the head."""
    tokens = range(group.first, group.head)
    return any(line.pos(token) == "AUX" or line.low(token) in BE for token in tokens)


def verb_from(line: Line, token: int) -> Phrase | None:
    """The verb group that stands at the token, adverbs before it skipped."""
    while line.pos(token) == "ADV" and line.verb(token) is None:
        token += 1
    return line.verb(token)


def has_verb(line: Line, token: int) -> bool:
    """Whether a finite verb group stands at the token, so that the noun before is its subject."""
    group = verb_from(line, token)
    return group is not None and not is_infinitive(line, group) and not is_participle(line, group)


def starts_clause(line: Line, token: int) -> bool:
    """Whether a finite verb, or a subject and its verb, stands at the token."""
    if line.verb(token) is not None:
        return not line.low(token).endswith("ing")
    return has_subject(line, token)


def has_subject(line: Line, token: int) -> bool:
    """Whether a subject with its verb stands at the token."""
    noun = line.noun(token)
    if noun is None:
        return line.low(token) == "there" and line.verb(token + 1) is not None
    return noun.role in ("subj", "subjpass") or has_verb(line, noun_end(line, noun))


def noun_start(line: Line, noun: Phrase) -> int:
    """The first token of a noun phrase, its possessors and its earlier conjuncts."""
    first = noun.first
    while first > line.first:
        before = line.noun(first - 1)
        if before is not None and before.role == "poss":
            first = before.first
        elif _has_possessor(line, first) or _is_conjunct(line, first):
            joined = line.noun(first - 2)
            first = joined.first if joined is not None else first - 2
        else:
            break
    return first


def _has_possessor(line: Line, first: int) -> bool:
    return line.low(first - 1) in POSSESSIVE and line.noun(first - 2) is not None


def _is_conjunct(line: Line, first: int) -> bool:
    """Whether "and" joins the noun phrase at the token to the one before."""
    noun = line.noun(first)
    if line.low(first - 1) not in _JOINING or line.noun(first - 2) is None:
        return False
    return noun is not None and noun.role in ("conj", "")


def noun_end(line: Line, noun: Phrase) -> int:
    """The index after a noun phrase and the phrases that belong to it: "of the army"."""
    last = noun.last
    while line.low(last) in _BELONGING:
        follower = line.noun(last + 1)
        if follower is None or not _belongs(line, line.low(last), follower):
            break
        last = follower.last
    return last


def _belongs(line: Line, preposition: str, noun: Phrase) -> bool:
    """Whether a phrase after "of", "for", ... belongs to the noun before it."""
    if line.page.date[noun.head] != NONE:
        return False
    return preposition in ("of", "for", "from") or line.pos(noun.head) == "PROPN"


def with_apposition(line: Line, end: int) -> int:
    """The index after ", a farmer in the valley" or ", 44", where that follows a name."""
    noun = line.noun(end + 1) if line.low(end) == "," else None
    if noun is None or not (noun.role == "appos" or line.pos(noun.first) in ("DET", "NUM", "NOUN")):
        return end
    last = noun_end(line, noun)
    while line.pos(last) == "ADP" and (further := line.noun(last + 1)) is not None:
        last = noun_end(line, further)
    closes = last >= line.closing or line.low(last) in (",", "and", "—", "--", ";")
    return last if closes else end


def ends_statement(line: Line, token: int) -> bool:
    """Whether a comma or a closing quotation mark stands there, after which a cue may follow."""
    if token < 0:
        return False
    page = line.page
    if line.low(token) == ",":
        return True
    quotation = page.quotation_of(token)
    if quotation is None or page.quote_run(quotation).last != token + 1:
        return False
    last_word = page.low[max(token - 1, 0)]
    return last_word in _LEADS_ON if token >= line.first else last_word in _LEADS_ON - {"."}
