"""Whether a clause begins at a token: by its conjunction, its subject or its verb."""

from extract.doc.doc import SentenceView
from extract.doc.noun_phrases import noun_end
from extract.doc.verb_groups import is_infinitive, is_participle, verb_from

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
    return noun.role in ("subj", "subjpass") or has_verb(view, noun_end(view, noun))


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
