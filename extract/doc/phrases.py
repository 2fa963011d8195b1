"""What base phrases are in their sentence, by the words around them.

How far a noun phrase goes and what stands before it, of what kind a verb group is, and whether a
clause begins at a token.
"""

from extract.doc.doc import SentenceView
from extract.doc.syntax import SUBJECTS, Phrase, Syntax
from extract.doc.words import grammar
from extract.lexicon.closed import BE, BE_CLITICS
from extract.records import Span

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
BELONGING = frozenset({"of", "for", "from", "with", "at", "to", "on", "in"})
"""Prepositions between a noun and a phrase that may belong to it."""
_ALWAYS = frozenset({"of", "for", "from"})
"""Those before which any noun phrase belongs to the noun, not only a name."""
_JOINING = frozenset({"and", "&", "or"})
_CLOSES = frozenset({",", "and", "—", "--", ";"})


def noun_start(view: SentenceView, noun: Phrase) -> int:
    """Return the first token of a noun phrase, its possessors and its earlier conjuncts."""
    first = noun.first
    while first > view.first:
        before = view.noun(first - 1)
        if before is not None and before.role == "poss":
            first = before.first
        elif _has_possessor(view, first) or _is_conjunct(view, first):
            joined = view.noun(first - 2)
            first = joined.first if joined is not None else first - 2
        else:
            break
    return first


def _has_possessor(view: SentenceView, first: int) -> bool:
    return view.low(first - 1) in POSSESSIVE and view.noun(first - 2) is not None


def _is_conjunct(view: SentenceView, first: int) -> bool:
    """Whether "and" joins the noun phrase at the token to the one before."""
    noun = view.noun(first)
    if view.low(first - 1) not in _JOINING or view.noun(first - 2) is None:
        return False
    return noun is not None and noun.role in ("conj", "")


def noun_end(view: SentenceView, noun: Phrase) -> int:
    """Return the index after a noun phrase and the phrases that belong to it: "of the army"."""
    last = noun.last
    while view.low(last) in BELONGING:
        follower = view.noun(last + 1)
        if follower is None or not _belongs(view, view.low(last), follower):
            break
        last = follower.last
    return last


def _belongs(view: SentenceView, preposition: str, noun: Phrase) -> bool:
    """Whether a phrase after "of", "for", ... belongs to the noun before it."""
    if view.is_dated(noun.head):
        return False
    return preposition in _ALWAYS or view.pos(noun.head) == "PROPN"


def apposition_end(view: SentenceView, end: int) -> int:
    """Return the index after ", a farmer in the valley" or ", 44", if that follows a name."""
    noun = view.noun(end + 1) if view.low(end) == "," else None
    if noun is None or not (noun.role == "appos" or view.pos(noun.first) in ("DET", "NUM", "NOUN")):
        return end
    last = noun_end(view, noun)
    while view.pos(last) == "ADP" and (further := view.noun(last + 1)) is not None:
        last = noun_end(view, further)
    return last if last >= view.closing or view.low(last) in _CLOSES else end


_AFTER_PARTICIPLE = frozenset({"by", "as", "to"})
_BY_REACH = 5
"""Tokens behind a past form on a noun among which "by" stands: "carried out on 12 March by"."""
_PAST = (frozenset({"VBD"}), frozenset({"VBD", "VBN"}))
"""Forms that "by" behind makes passive, in other clauses and in those on a noun."""


def is_passive(view: SentenceView, group: Phrase) -> bool:
    """Return whether a verb group is passive: by the tagger, or for "by" behind a past form.

    "were killed" and "killed by rebels" are, "have killed" is not; "carried out by" is, whatever
    the tagger says.
    """
    if group.role == "passive" or group.first != group.head:
        return group.role == "passive" and view.low(group.head) not in grammar().active
    reduced = group.clause == "acl" or group.last > group.head + 1
    forms = view.syntax.forms
    past = bool(forms) and forms[group.head] in _PAST[reduced]
    return past and "by" in _words_behind(view, group)


def _words_behind(view: SentenceView, group: Phrase) -> list[str]:
    """The next word; behind a group on a noun a few, for "the attack carried out on Monday by"."""
    behind: list[str] = []
    for token in range(group.last, group.last + (_BY_REACH if group.clause == "acl" else 1)):
        if view.pos(token) in {"VERB", "AUX", "PUNCT", ""}:
            break
        behind.append(view.low(token))
    return behind


def has_auxiliary(view: SentenceView, group: Phrase) -> bool:
    """Return whether an auxiliary stands before the head."""
    tokens = range(group.first, group.head)
    return any(view.pos(t) == "AUX" or view.low(t) in BE | BE_CLITICS for t in tokens)


def is_participle(view: SentenceView, group: Phrase) -> bool:
    """Return whether the group is an "-ing" form without a form of "be"."""
    return view.low(group.head).endswith("ing") and not has_auxiliary(view, group)


def is_infinitive(view: SentenceView, group: Phrase) -> bool:
    """Return whether "to" leads the group."""
    return any(view.low(token) == "to" for token in range(group.first - 1, group.head))


def is_bare_past(view: SentenceView, group: Phrase) -> bool:
    """Return whether the group is a past participle after its noun: "the man called X by"."""
    if group.role != "passive" or has_auxiliary(view, group):
        return False
    return view.low(group.last) in _AFTER_PARTICIPLE


def is_surely_passive(view: SentenceView, group: Phrase) -> bool:
    """Return whether more than its form makes a verb group passive: an auxiliary or what follows.

    The tagger takes many a past form for a participle: "the rabbis called for a boycott".
    """
    if not is_passive(view, group):
        return False
    return has_auxiliary(view, group) or view.low(group.last) in _AFTER_PARTICIPLE


def is_finite(view: SentenceView, group: Phrase) -> bool:
    """Return whether the group is neither a participle nor an infinitive."""
    return not (
        is_participle(view, group) or is_infinitive(view, group) or is_bare_past(view, group)
    )


def verb_from(view: SentenceView, token: int) -> Phrase | None:
    """Return the verb group that stands at the token, adverbs before it skipped."""
    while view.pos(token) == "ADV" and view.verb(token) is None:
        token += 1
    return view.verb(token)


QUESTION = frozenset({"whether", "if", "how", "why", "what", "who", "which"})


def has_verb(view: SentenceView, token: int) -> bool:
    """Return whether a finite verb group stands at the token,
    so that the noun before is its subject."""
    group = verb_from(view, token)
    return group is not None and not is_infinitive(view, group) and not is_participle(view, group)


def has_subject(view: SentenceView, token: int) -> bool:
    """Return whether a subject with its verb stands at the token."""
    noun = view.noun(token)
    if noun is None:
        return view.low(token) == "there" and view.verb(token + 1) is not None
    return noun.role in SUBJECTS or has_verb(view, noun_end(view, noun))


def starts_clause(view: SentenceView, token: int) -> bool:
    """Return whether a finite verb, or a subject and its verb, stands at the token."""
    if view.verb(token) is not None:
        return not view.low(token).endswith("ing")
    return has_subject(view, token)


def clause_at(view: SentenceView, token: int) -> bool:
    """Return whether a clause begins at the token, with "that", "whether" or its subject."""
    low = view.low(token)
    if low == "that":
        opens = view.pos(token) == "SCONJ"
        return opens or has_verb(view, token + 1) or has_subject(view, token + 1)
    return low in QUESTION or has_subject(view, token)


def token_before(name: Span, syntax: Syntax) -> int:
    """Return the token before a name, and before what describes it: "in" for "in the capital
    Lomara"; -1 where none stands there.

    None does before a name that only tells which thing is meant: "the Paris talks".
    """
    tokens = syntax.tokens_in(name.start, name.end)
    phrase = syntax.phrase_at(tokens[0]) if tokens else None
    if not tokens or (phrase is not None and phrase.head not in tokens):
        return -1
    first = phrase.first if phrase else tokens[0]
    front = syntax.phrase_at(first - 1) if first > 0 else None
    described = front is not None and front.kind == "NP" and front.last == first
    return (front.first if front is not None and described else first) - 1
