"""Who or what is affected by what the verbs and nouns of a sentence tell, and how.

Each construction is a way of words to tell an outcome: "12 people were killed", "killed 12 people",
"the death of seven". It stands in the table with an example that a test reads.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.doc import PhraseNode
from extract.doc.phrase_node import SentenceNodes
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
"""Tokens behind a verb or object among which its complement stands."""
_PHRASE_REACH = 14
"""Tokens of a clause that are looked through for words of several."""
_OPENING_REACH = 24
"""Tokens from the start of a sentence turned round to its verb."""
AMONG = frozenset({"among", "amongst"})
_STOPS = frozenset({";", ".", "!", "?", ":", "but"})

Found = Iterator[tuple[PhraseNode, str]]
"""Noun phrases, each with its outcome as the lists name it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb or noun tells of a noun phrase."""

    outcome: str
    """As the lists name it: those that differ for people and things are not told apart yet."""
    by: PhraseNode
    """The verb or noun; for an adjective beside the noun phrase that phrase."""
    construction: str


@dataclass(frozen=True, slots=True)
class Construction:
    """A way of words to tell an outcome."""

    name: str
    find: Callable[[PhraseNode], Found]
    """What a verb or noun tells."""
    example: str
    expected: tuple[str, str]
    """Who is affected in the example, and the outcome."""


def is_passive(verb: PhraseNode) -> bool:
    """Return whether a verb is passive, by its form or as a past participle alone.

    "left one dead and a nurse wounded" has one, and so does what shares the auxiliary before, "a
    man was killed and his wife wounded", and what cannot be without an object: "two men killed".
    """
    if verb.is_passive:
        return True
    words = outcome_words()
    if verb.word in words.subjects and verb.word not in words.objects:
        return False  # "died", "fled", whatever form the tagger gives it
    if verb.first != verb.head or verb.inflection not in ("VBN", "VBD") or verb.objects:
        return False
    if verb.inflection == "VBN" or _shares_passive(verb):
        return True
    behind = verb.low(verb.last)
    alone = behind not in _OBJECT_AHEAD and (
        verb.noun_at(verb.last) is None or behind in words.times
    )
    return alone and words.objects.get(verb.word) in _NEEDS_OBJECT


def _shares_passive(verb: PhraseNode) -> bool:
    above = verb.governor
    return verb.clause == "conj" and above is not None and above.is_passive


def _passive(verb: PhraseNode) -> Found:
    outcome = phrase_behind(verb) or complement(verb, verb.head + 1) or verb_outcome(verb)
    if outcome:
        yield from ((noun, outcome) for noun in verb.subjects)


def _subject(verb: PhraseNode) -> Found:
    outcome = _subject_outcome(verb)
    if outcome:
        yield from ((noun, outcome) for noun in verb.subjects)


def _subject_outcome(verb: PhraseNode) -> str | None:
    """Of those who die, vanish, are missing or lose their lives."""
    head, words = verb.word, outcome_words()
    helped = any(verb.low(token) in BE for token in range(verb.first, verb.head))
    if helped and words.beside.get(head):
        return words.beside[head]  # "have been missing"
    if head in BE or head in listed("counted", "remaining"):
        return complement(verb, verb.head + 1) or phrase_behind(verb)
    own = words.subjects.get(head)
    if own in _SETTLED:
        return own
    lost = any(noun.word in listed("counted", "lives") for noun in verb.objects)
    done = head in words.objects and verb.objects and not lost
    return (None if done else phrase_behind(verb)) or own


def _object(verb: PhraseNode) -> Found:
    if _is_tried(verb):
        return
    outcome = verb_outcome(verb)
    shared: str | None = None
    for noun in reversed(verb.objects or _described(verb)):
        last = behind_inclusion(noun)
        if verb.word in single("leaving"):
            # "left 35 guards and five drivers dead"
            shared = complement(verb, last) or _phrase_at(verb, last) or shared
        told = shared or outcome
        if told:
            yield noun, told


def _described(verb: PhraseNode) -> list[PhraseNode]:
    """The object that a participle behind it has for its subject: "killed four children aged 6"."""
    noun = verb.after
    behind = noun.after if noun is not None else None
    if noun is None or behind is None or not noun.is_noun:
        return []
    adjoins = verb.last == noun.first and noun.last == behind.first
    alone = behind.is_verb and behind.first == behind.head
    return [noun] if adjoins and alone and noun.governor == behind else []


def _is_tried(verb: PhraseNode) -> bool:
    """ "tried to kill two others"."""
    to = verb.first if verb.low(verb.first) == _TO else verb.first - 1
    return verb.low(to) == _TO and verb.low(to - 1) in single("attempting")


def _noun(noun: PhraseNode) -> Found:
    """ "the mayor's murder", "the arrest of a teacher"."""
    outcome = outcome_words().of.get(noun.word)
    if outcome:
        whose = _with_of(noun)
        for other in noun.conjuncts:  # "the death or disappearance of"
            whose = whose or _with_of(other)
        yield from ((one, outcome) for one in [*whose, *noun.possessors])


def _with_of(noun: PhraseNode) -> list[PhraseNode]:
    return [one for link, one in noun.modifiers if link == "of"]


def _beside(noun: PhraseNode) -> Found:
    """ "22 people dead", "ten guards and two drivers dead"."""
    token = behind_inclusion(noun)
    outcome = complement(noun, token)
    if outcome and not _is_done_by_another(noun, noun.verb_at(token)):
        yield noun, outcome


def _is_done_by_another(noun: PhraseNode, verb: PhraseNode | None) -> bool:
    """Whether the verb behind a noun is active, or of others: "a ferry with 80 passengers sank"."""
    if verb is None:
        return False
    if not is_passive(verb):
        return True
    subjects = verb.subjects if verb.form is Form.FINITE else []
    return bool(subjects) and noun not in subjects


def _pair(noun: PhraseNode) -> Found:
    """ "shot dead a guard", whatever the tagger takes "shot" for."""
    pair = f"{noun.low(noun.first - 2)} {noun.low(noun.first - 1)}"
    outcome = outcome_words().objects.get(pair)
    if outcome:
        yield from ((one, outcome) for one in noun.conjuncts)


def _opening(verb: PhraseNode) -> Found:
    """ "Killed in the attack were a priest and a nun"."""
    outcome = opening_outcome(verb)
    if outcome:
        yield from ((one, outcome) for lead in verb.nouns_behind for one in lead.conjuncts)


_BEHIND = Construction("opening", _opening, "Killed in it were two men.", ("two men", "killed"))
PASSIVE_VERBS = (
    Construction("passive", _passive, "Two men were shot dead.", ("Two men", "killed")),
    _BEHIND,
)
ACTIVE_VERBS = (
    Construction("subject", _subject, "Two men died.", ("Two men", "killed")),
    Construction("object", _object, "Rebels killed two men.", ("two men", "killed")),
    _BEHIND,
)
NOUNS = (
    Construction("pair", _pair, "Rebels shot dead two men.", ("two men", "killed")),
    Construction("beside", _beside, "Rebels left two men dead.", ("two men", "killed")),
    Construction("noun", _noun, "The murder of two men shocked all.", ("two men", "killed")),
)


class Affected:
    """What becomes of each noun phrase of a sentence."""

    def __init__(self, sentence: SentenceNodes) -> None:
        self._told: dict[PhraseNode, list[Told]] = {}
        for phrase in sentence.nodes if tells_outcome(sentence) else ():
            for rule in _constructions_of(phrase):
                for noun, outcome in rule.find(phrase):
                    self._told.setdefault(noun, []).append(Told(outcome, phrase, rule.name))

    def of(self, noun: PhraseNode) -> list[Told]:
        """Return what is told of a noun phrase, in the order of what tells it."""
        return self._told.get(noun, [])

    def __iter__(self) -> Iterator[tuple[PhraseNode, list[Told]]]:
        return iter(self._told.items())


def _constructions_of(phrase: PhraseNode) -> tuple[Construction, ...]:
    """Those that the phrase may tell an outcome by."""
    if not phrase.is_verb:
        return NOUNS
    return PASSIVE_VERBS if is_passive(phrase) else ACTIVE_VERBS


def tells_outcome(sentence: SentenceNodes) -> bool:
    """Return whether any words for an outcome stand in a sentence; many have none."""
    words, lows = outcome_words(), sentence.lows
    return not words.first.isdisjoint(lows) or any(
        lows[at + 1 : at + 1 + len(rest)] == rest
        for at, word in enumerate(lows)
        for rest, _ in words.phrases.get(word, ())
    )


def affected(sentence: SentenceNodes) -> Affected:
    """Return who is affected in a sentence, worked out once for all rules."""
    key, kept = (Affected, sentence.first), sentence.clauses.doc.kept
    if key not in kept:
        kept[key] = Affected(sentence)
    found: Affected = kept[key]
    return found


def behind_inclusion(noun: PhraseNode) -> int:
    """Return the token behind a noun phrase and what is put in behind it.

    "225 fighters, including nine officers, dead": that of "dead".
    """
    last = noun.last
    opened = noun.low(last) in (",", "(") and noun.low(last + 1) in listed("counted", "part")
    if not opened:
        return last
    token = last + 2
    while noun.noun_at(token) or noun.low(token) in _LIST:
        phrase = noun.noun_at(token)
        if phrase is None and noun.noun_at(token + 1) is None:
            return token + 1 if noun.low(token) == "," else token
        token = phrase.last if phrase is not None else token + 1
    return token


def verb_outcome(verb: PhraseNode) -> str | None:
    """Return what a verb does to its object, with the word behind or before that settles it."""
    words, behind = outcome_words(), verb.head + 1
    if verb.word in single("leaving") and (told := _phrase_at(verb, behind)):
        return told  # "shooting to death two men"
    if verb.word not in words.acting:
        return None
    for most in (2, 1, 0):
        told = " ".join([verb.word, *(verb.low(behind + n) for n in range(most))])
        if outcome := words.objects.get(told):
            break
    return if_fatal(outcome, verb.low(behind - 2))


def complement(phrase: PhraseNode, token: int) -> str | None:
    """Return the outcome of a participle or adjective behind a verb or object: "found dead"."""
    words = outcome_words().beside
    for place in range(token, token + _COMPLEMENT):
        if outcome := words.get(phrase.low(place)):
            return outcome
        if phrase.pos(place) not in _BETWEEN:
            return None
    return None


def phrase_behind(verb: PhraseNode) -> str | None:
    """Return the outcome of words of several in a clause: "lost his life", "are in detention".

    None for what a court does: "was sentenced to death".
    """
    words = outcome_words()
    if words.objects.get(verb.word) in ("held", "in_court"):
        return None
    for token in range(verb.head, min(verb.head + _PHRASE_REACH, verb.sentence.last)):
        word = verb.low(token)
        if word in _STOPS or verb.pos(token) == "NUM":
            return None
        if token > verb.last and verb.verb_at(token):
            return None
        if word in words.phrases and (outcome := _phrase_at(verb, token)):
            return outcome
    return None


def _phrase_at(phrase: PhraseNode, token: int) -> str | None:
    for words, outcome in outcome_words().phrases.get(phrase.low(token), ()):
        if all(phrase.low(token + 1 + n) == word for n, word in enumerate(words)):
            return outcome
    return None


@cached_by(size=64)
def single(name: str) -> frozenset[str]:
    """Return a list of words about single persons: "leaving", "weak", ..."""
    return frozenset(table("people")["single"][name])


def opening_outcome(verb: PhraseNode) -> str | None:
    """Return the outcome of those who stand behind "are" or "were" in a sentence turned round.

    "Killed in the attack were a nun and a cook", "being held are two men", "among the dead was a
    nun".
    """
    opening = verb.sentence.first
    if verb.word not in BE or verb.first - opening > _OPENING_REACH:
        return None
    words, opens = outcome_words(), verb.low(opening)
    if opens in AMONG:
        those = verb.low(verb.first - 1)
        return words.beside.get(those) or words.nouns.get(those)
    before = verb.before
    if opens in BE and before is not None and before.is_verb:
        return verb_outcome(before) if before.is_passive else None
    told = {verb.low(token) for token in range(opening, verb.first)}
    return None if told & {",", ";", ":"} else words.beside.get(opens)
