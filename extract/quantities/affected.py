"""Who or what is affected by what the verbs and nouns of a sentence tell, and how.

Each construction is a way of words to tell an outcome: "12 people were killed", "killed 12 people",
"the death of seven". It stands in the table with an example that a test reads.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.doc.clauses import Clauses
from extract.doc.tree import Form
from extract.lexicon import cached_by, table
from extract.lexicon.closed import BE
from extract.quantities.words import if_fatal, listed, outcome_words

KILLED = "killed"
_BETWEEN = frozenset({"ADV", "ADJ", "VERB", "AUX", "PART"})
"""Parts of speech between a verb and the word that completes it: "were later found dead"."""
_NEEDS_OBJECT = frozenset({"killed", "wounded", "captured", "abducted", "destroyed", "displaced"})
"""Outcomes of verbs that have an object where they are active."""
_OBJECT_AHEAD = frozenset({"and", "or", "at"})
"""Behind such a verb: it may share the object of the next one."""
_SETTLED = frozenset({"killed", "missing"})
"""Outcomes of subjects that no words behind the verb change: "died in hospital"."""
_LIST = frozenset({",", "and"})
_TO = "to"
_COMPLEMENT = 4
_PHRASE_REACH = 14
_OPENING_REACH = 24
AMONG = frozenset({"among", "amongst"})
_STOPS = frozenset({";", ".", "!", "?", ":", "but"})

Found = Iterator[tuple[int, str]]
"""Places of noun phrases, each with its outcome as the lists name it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb or noun tells of a noun phrase."""

    outcome: str
    """As the lists name it: those that differ for people and things are not told apart yet."""
    by: int
    """The place of the verb or noun; for an adjective beside the phrase that of the phrase."""
    construction: str


@dataclass(frozen=True, slots=True)
class Construction:
    """A way of words to tell an outcome."""

    name: str
    find: Callable[[Clauses, int], Found]
    """What a verb or noun at a place tells."""
    example: str
    expected: tuple[str, str]
    """Who is affected in the example, and the outcome."""


def is_passive(clauses: Clauses, verb: int) -> bool:
    """Return whether a verb is passive, by its form or as a past participle alone.

    "left one dead and a nurse wounded" has one, and so does what shares the auxiliary before, "a
    man was killed and his wife wounded", and what cannot be without an object: "two men killed".
    """
    if clauses.is_passive(verb):
        return True
    phrase, forms, words = clauses.phrases[verb], clauses.syntax.forms, outcome_words()
    if words.subjects.get(clauses.head(verb)) in _SETTLED:
        return False  # "died", whatever form the tagger gives it
    if phrase.first != phrase.head or not forms or clauses.objects(verb):
        return False
    above = clauses.governor(verb)
    shared = phrase.clause == "conj" and clauses.is_verb(above) and clauses.is_passive(above)
    behind = clauses.low(phrase.last)
    named = clauses.noun(phrase.last) is not None and behind not in words.times
    past = forms[phrase.head] == "VBD" and behind not in _OBJECT_AHEAD and not named
    alone = past and words.objects.get(clauses.head(verb)) in _NEEDS_OBJECT
    return forms[phrase.head] == "VBN" or alone or (shared and forms[phrase.head] == "VBD")


def _passive(clauses: Clauses, verb: int) -> Found:
    if not is_passive(clauses, verb):
        return
    outcome = (
        phrase_behind(clauses, verb)
        or complement(clauses, clauses.phrases[verb].head + 1)
        or verb_outcome(clauses, verb)
    )
    if outcome:
        yield from ((place, outcome) for place in clauses.subjects(verb))


def _subject(clauses: Clauses, verb: int) -> Found:
    if is_passive(clauses, verb):
        return
    outcome = _subject_outcome(clauses, verb)
    if outcome:
        yield from ((place, outcome) for place in clauses.subjects(verb))


def _subject_outcome(clauses: Clauses, verb: int) -> str | None:
    """Of those who die, vanish, are missing or lose their lives."""
    head, words, group = clauses.head(verb), outcome_words(), clauses.phrases[verb]
    helped = any(clauses.low(token) in BE for token in range(group.first, group.head))
    if helped and words.beside.get(head):
        return words.beside[head]  # "have been missing"
    if head in BE or head in listed("counted", "remaining"):
        return complement(clauses, clauses.phrases[verb].head + 1) or phrase_behind(clauses, verb)
    objects = clauses.objects(verb)
    lost = any(clauses.head(place) in listed("counted", "lives") for place in objects)
    done = head in words.objects and objects and not lost
    own = words.subjects.get(head)
    if own in _SETTLED:
        return own
    told = None if done else phrase_behind(clauses, verb)
    return told or own


def _object(clauses: Clauses, verb: int) -> Found:
    if is_passive(clauses, verb) or _is_tried(clauses, verb):
        return
    outcome = verb_outcome(clauses, verb)
    shared: str | None = None
    for place in reversed(clauses.objects(verb) or _described(clauses, verb)):
        last = behind_inclusion(clauses, place)
        if clauses.head(verb) in single("leaving"):
            # "left 35 guards and five drivers dead"
            shared = complement(clauses, last) or _phrase_at(clauses, last) or shared
        told = shared or outcome
        if told:
            yield place, told


def _described(clauses: Clauses, verb: int) -> list[int]:
    """The object that a participle behind it has for its subject: "killed four children aged 6"."""
    noun, behind = verb + 1, verb + 2
    if behind >= len(clauses.phrases) or not clauses.is_noun(noun):
        return []
    adjoins = clauses.phrases[verb].last == clauses.phrases[noun].first
    group = clauses.phrases[behind]
    alone = clauses.is_verb(behind) and group.first == group.head
    described = adjoins and alone and clauses.phrases[noun].last == group.first
    return [noun] if described and clauses.governor(noun) == behind else []


def _is_tried(clauses: Clauses, verb: int) -> bool:
    """ "tried to kill two others"."""
    first = clauses.phrases[verb].first
    to = first if clauses.low(first) == _TO else first - 1
    return clauses.low(to) == _TO and clauses.low(to - 1) in single("attempting")


def _noun(clauses: Clauses, noun: int) -> Found:
    """ "the mayor's murder", "the arrest of a teacher"."""
    outcome = outcome_words().of.get(clauses.head(noun))
    if outcome:
        whose = _with_of(clauses, noun)
        for other in clauses.conjuncts(noun):  # "the death or disappearance of"
            whose = whose or _with_of(clauses, other)
        yield from ((place, outcome) for place in [*whose, *clauses.possessors(noun)])


def _with_of(clauses: Clauses, noun: int) -> list[int]:
    return [place for link, place in clauses.modifiers(noun) if link == "of"]


def _beside(clauses: Clauses, noun: int) -> Found:
    """ "22 people dead", "ten guards and two drivers dead"."""
    token = behind_inclusion(clauses, noun)
    group = clauses.verb(token)
    if group is not None and not is_passive(clauses, clauses.place_of(token)):
        return
    verb = clauses.place_of(token)
    finite = group is not None and clauses.form(verb) is Form.FINITE
    subjects = clauses.subjects(verb) if finite else []
    if subjects and noun not in subjects:
        return  # "a ferry with 80 passengers sank"
    outcome = complement(clauses, token)
    if outcome:
        yield noun, outcome


def _pair(clauses: Clauses, noun: int) -> Found:
    """ "shot dead a guard", whatever the tagger takes "shot" for."""
    first = clauses.phrases[noun].first
    outcome = outcome_words().objects.get(f"{clauses.low(first - 2)} {clauses.low(first - 1)}")
    if outcome:
        yield from ((place, outcome) for place in clauses.conjuncts(noun))


def _opening(clauses: Clauses, verb: int) -> Found:
    """ "Killed in the attack were a priest and a nun"."""
    outcome = opening_outcome(clauses, verb)
    if outcome:
        behind = [p for p in clauses.children(verb) if p > verb and clauses.is_noun(p)]
        yield from ((place, outcome) for lead in behind for place in clauses.conjuncts(lead))


VERBS = (
    Construction("passive", _passive, "Two men were shot dead.", ("Two men", "killed")),
    Construction("subject", _subject, "Two men died.", ("Two men", "killed")),
    Construction("object", _object, "Rebels killed two men.", ("two men", "killed")),
    Construction("opening", _opening, "Killed in it were two men.", ("two men", "killed")),
)
NOUNS = (
    Construction("pair", _pair, "Rebels shot dead two men.", ("two men", "killed")),
    Construction("beside", _beside, "Rebels left two men dead.", ("two men", "killed")),
    Construction("noun", _noun, "The murder of two men shocked all.", ("two men", "killed")),
)


class Affected:
    """What becomes of each noun phrase of a sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self._told: dict[int, list[Told]] = {}
        for place in range(len(clauses.phrases)) if tells_outcome(clauses) else ():
            for rule in VERBS if clauses.is_verb(place) else NOUNS:
                for whom, outcome in rule.find(clauses, place):
                    self._told.setdefault(whom, []).append(Told(outcome, place, rule.name))

    def of(self, place: int) -> list[Told]:
        """Return what is told of a noun phrase, in the order of what tells it."""
        return self._told.get(place, [])

    def __iter__(self) -> Iterator[tuple[int, list[Told]]]:
        return iter(self._told.items())


def tells_outcome(clauses: Clauses) -> bool:
    """Return whether any word for an outcome stands in a sentence; most have none."""
    words = clauses.syntax.lows[clauses.sentence.first : clauses.sentence.last]
    return not outcome_words().first.isdisjoint(words)


def affected(clauses: Clauses) -> Affected:
    """Return who is affected in a sentence, worked out once for all rules."""
    key = (Affected, clauses.sentence.first)
    kept = clauses.doc.kept
    if key not in kept:
        kept[key] = Affected(clauses)
    found: Affected = kept[key]
    return found


def behind_inclusion(clauses: Clauses, noun: int) -> int:
    """Return the token behind a noun phrase and what is put in behind it.

    "225 fighters, including nine officers, dead": that of "dead".
    """
    last = clauses.phrases[noun].last
    opened = clauses.low(last) in (",", "(") and clauses.low(last + 1) in listed("counted", "part")
    if not opened:
        return last
    token = last + 2
    while clauses.noun(token) or clauses.low(token) in _LIST:
        phrase = clauses.noun(token)
        if phrase is None and clauses.noun(token + 1) is None:
            return token + 1 if clauses.low(token) == "," else token
        token = phrase.last if phrase is not None else token + 1
    return token


def verb_outcome(clauses: Clauses, verb: int) -> str | None:
    """Return what a verb does to its object, with the word behind or before that settles it."""
    words = outcome_words()
    head, behind = clauses.head(verb), clauses.phrases[verb].head + 1
    if head in single("leaving") and (told := _phrase_at(clauses, behind)):
        return told  # "shooting to death two men"
    for most in (2, 1, 0):
        told = " ".join([head, *(clauses.low(behind + n) for n in range(most))])
        if outcome := words.objects.get(told):
            break
    return if_fatal(outcome, clauses.low(behind - 2))


def complement(clauses: Clauses, token: int) -> str | None:
    """Return the outcome of a participle or adjective behind a verb or object: "found dead"."""
    words = outcome_words()
    for place in range(token, min(token + _COMPLEMENT, clauses.last)):
        outcome = words.beside.get(clauses.low(place))
        if outcome:
            return outcome
        if clauses.pos(place) not in _BETWEEN:
            return None
    return None


def phrase_behind(clauses: Clauses, verb: int) -> str | None:
    """Return the outcome of words of several in a clause: "lost his life", "are in detention".

    None for what a court does: "was sentenced to death".
    """
    group = clauses.phrases[verb]
    if outcome_words().objects.get(clauses.head(verb)) == "held":
        return None
    for place in range(group.head, min(group.head + _PHRASE_REACH, clauses.last)):
        word = clauses.low(place)
        if (
            word in _STOPS
            or (place > group.last and clauses.verb(place))
            or clauses.pos(place) == "NUM"
        ):
            return None
        outcome = _phrase_at(clauses, place)
        if outcome:
            return outcome
    return None


def _phrase_at(clauses: Clauses, token: int) -> str | None:
    for words, outcome in outcome_words().phrases.get(clauses.low(token), ()):
        if all(clauses.low(token + 1 + n) == word for n, word in enumerate(words)):
            return outcome
    return None


@cached_by(size=64)
def single(name: str) -> frozenset[str]:
    """Return a list of words about single persons: "leaving", "weak", ..."""
    return frozenset(table("people")["single"][name])


def opening_outcome(clauses: Clauses, verb: int) -> str | None:
    """Return the outcome of those who stand behind "are" or "were" in a sentence turned round.

    "Killed in the attack were a nun and a cook", "being held are two men", "among the dead was a
    nun".
    """
    first = clauses.phrases[verb].first
    if first - clauses.first > _OPENING_REACH or clauses.head(verb) not in BE:
        return None
    words, opens = outcome_words(), clauses.low(clauses.first)
    if opens in AMONG:
        return words.beside.get(clauses.low(first - 1)) or words.nouns.get(clauses.low(first - 1))
    before = verb - 1
    if opens in BE and before >= 0 and clauses.is_verb(before):
        return verb_outcome(clauses, before) if clauses.is_passive(before) else None
    told = {clauses.low(token) for token in range(clauses.first, first)}
    return None if told & {",", ";", ":"} else words.beside.get(opens)
