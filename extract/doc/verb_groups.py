"""What kind of verb group stands in a sentence: passive, infinitive, participle or finite."""

from extract.doc.doc import SentenceView
from extract.doc.syntax import Phrase
from extract.doc.words import grammar
from extract.lexicon.closed import BE, BE_CLITICS

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
