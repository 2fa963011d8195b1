"""What became of those counted, from the verb or noun of their clause, active and passive."""

from extract.doc import PhraseNode
from extract.doc.morphology import noun_forms, verb_forms
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.quantities.affected import Told, affected, is_passive
from extract.quantities.counted import Tokens, View
from extract.quantities.quantity import Quantity
from extract.quantities.relations import is_step, whole_before
from extract.quantities.units import outcome_of_kind
from extract.quantities.words import listed, outcome_words
from extract.vocabulary import Status

OTHER = "other"
_WEAK = frozenset({"participants", "strikes"})
KILLED = "killed"
_ALL, _BUT = frozenset({"all", "everyone", "everybody"}), "but"
_EACH, _PAIR = frozenset({"each", "every"}), 2
_TO_COME = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_TOLL_REACH = 14
"""Tokens before a number among which its toll is named."""
_OF_PEOPLE = frozenset({"killed", "wounded", "casualties", "captured", "abducted", "released"})
_DETERMINERS = frozenset({"the", "these", "those", "his", "her", "its", "their", "our"})
_TOLL_LINKS = frozenset(
    {"to", "at", "of", "by", "from", "is", "was", "as", "than", "past", ":", "around", "near"}
)


def outcome_of(found: Quantity, view: View, counted: Tokens | None, left: int) -> str:
    """Return the outcome of the figure; `left` is the token before the number
    and its qualifiers."""
    if _is_of_others(view, counted):
        return OTHER
    measured = outcome_of_kind(found.unit.kind) if found.unit else None
    if found.unit and found.unit.kind != "share":
        return measured or OTHER
    told = _told_outcome(view, counted, left)
    return told or measured or ("share" if found.share else OTHER)


def _told_outcome(view: View, counted: Tokens | None, left: int) -> str | None:
    """The outcome that the words around the number tell; none where they tell nothing."""
    outcome = (
        _of_lives(view, left)
        or _of_clause(view, counted)
        or _toll(view, left)
        or _of_noun(view, counted)
        or _of_whole(view)
    )
    return _adjusted(outcome, view, counted) if outcome else None


def _of_whole(view: View) -> str | None:
    """What became of those of whom some are counted: "Of the 30 wounded, 12 are children"."""
    last, words = whole_before(view), outcome_words()
    told = view.lower(last) if last is not None else ""
    return words.beside.get(told) or words.nouns.get(told)


def _of_clause(view: View, counted: Tokens | None) -> str | None:
    """From the verb or noun of which those counted are subject, object or complement."""
    own = own_word(view, counted)
    found = (_of_noun_phrase(view, noun, counted, own) for noun in view.nouns)
    return next((outcome for outcome in found if outcome), own)


def _of_noun_phrase(
    view: View, noun: PhraseNode, counted: Tokens | None, own: str | None
) -> str | None:
    """What the clause tells of those counted by a noun phrase."""
    if not _is_head(view, noun, counted):
        return None
    told = [
        (_rank(t.outcome, t.by.is_verb and t.by in noun.verbs_on), t.outcome)
        for t in _told_of(noun, counted)
        if t.by.status not in _TO_COME  # "threatened to kill three"
    ]
    if own and (noun.role == "conj" or not told):
        return own  # "six were shot and four wounded"
    if own:
        told.append((_rank(own, modifies=True), own))
    return min(told, key=lambda one: one[0])[1] if told else None


def _is_head(view: View, noun: PhraseNode, counted: Tokens | None) -> bool:
    """Whether the number counts the head of its phrase, unlike "detachment no 1"."""
    if noun.head < view.first:
        return False
    if counted is not None and counted[0] <= noun.head < counted[1]:
        return True
    between = {view.lower(token) for token in range(view.first, noun.head)}
    return not between & {"and", ","}


def _told_of(noun: PhraseNode, counted: Tokens | None) -> list[Told]:
    """What is told of those counted, of the group that they make up, or of whom they are some."""
    found, outer = affected(noun.sentence), noun.governor
    told = found.of(noun)
    if outer is not None and noun.preposition == "of" and (_contains(outer) or _is_all(outer)):
        told = told + found.of(outer)
    if counted is None:
        told = told + _of_ellipsis(noun)
    else:
        told = told + [t for link, one in noun.modifiers if link == "of" for t in found.of(one)]
    if outer is not None and outer.word in _ALL and outer.words_between(noun)[:1] == [_BUT]:
        return told + found.of(outer)  # "all but four of the 19 hostages seized in May were killed"
    return told or _of_predicate(noun) or _of_outer(noun, counted)


def _of_predicate(noun: PhraseNode) -> list[Told]:
    """What is told of those who they are said to be: "two were herders whom soldiers had shot"."""
    verb, found = noun.governor, affected(noun.sentence)
    if verb is None or not verb.is_verb or noun.role != "subj":
        return []
    return [told for one in verb.children if one.role == "pred" for told in found.of(one)]


def _contains(noun: PhraseNode) -> bool:
    """Whether it is a group of those it goes on with: "a family of", not "five members of", nor
    "all members of"."""
    whole = noun.low(noun.first) in _ALL
    return noun.word in outcome_words().containers and not (whole or _is_counted(noun))


def _of_outer(noun: PhraseNode, counted: Tokens | None) -> list[Told]:
    """What is told of what the number belongs to.

    "A family of seven", "of whom four died", "eight people - 11, says another", "Karim Dostal, a
    lawyer, and two of his colleagues".
    """
    outer = noun.governor
    described = noun.role == "conj" and outer is not None and outer.role == "appos"
    listed_with = described and outer is not None and not _is_counted(outer)
    outer = outer.governor if listed_with and outer is not None else outer
    if outer is None or not outer.is_noun:
        return []
    found, of = affected(noun.sentence).of(outer), noun.preposition == "of"
    of_people = of and is_people(outer.word)
    if listed_with or (counted is None and (of_people or not noun.role)):
        return found
    behind = [verb for verb in outer.verbs_on if verb.place > noun.place]
    return [told for told in found if of and told.by in behind]  # "12 of the 30 they had seized"


def _is_all(noun: PhraseNode) -> bool:
    """Whether it stands for all of those it goes on with: "all of the nine", "every one of"."""
    return noun.word in _ALL or (noun.low(noun.first) in _EACH and noun.last - noun.first <= _PAIR)


def _is_counted(noun: PhraseNode) -> bool:
    """Whether a noun has a number of its own: "five members of one family"."""
    return any(noun.pos(token) == "NUM" for token in range(noun.first, noun.head))


def _of_ellipsis(noun: PhraseNode) -> list[Told]:
    """What is told of those that a number alone is some of.

    "61 people: 40 in Varn", "sixteen were wounded, four seriously".
    """
    above, found = noun.governor, affected(noun.sentence)
    if above is None:
        return []
    if noun.role == "appos" and above.is_noun:
        return found.of(above)
    alone = noun.role == "obl" and not noun.preposition and above.is_verb
    return [told for one in above.subjects for told in found.of(one)] if alone else []


def _rank(outcome: str, modifies: bool) -> int:
    """Death counts first, then what the clause tells, then what a participle or relative adds."""
    if outcome == KILLED:
        return 0
    return (3 if outcome in _WEAK else 1) + modifies


def own_word(view: View, counted: Tokens | None) -> str | None:
    """Return the outcome of the word right behind the number or those counted: "4 wounded"."""
    words, token = outcome_words(), counted[1] if counted else view.after
    while view.lower(token) == ")" or (
        view.pos(token) == "ADV" and view.lower(token) not in words.beside
    ):
        token += 1
    verb = view.node(token)
    if verb is not None and verb.is_verb and (not is_passive(verb) or _is_of_another(view, verb)):
        return None  # "a ferry with 80 passengers sank"
    pair = f"{view.lower(token)} {view.lower(token + 1)}"
    return words.objects.get(pair) or words.beside.get(view.lower(token))


def _is_of_another(view: View, verb: PhraseNode) -> bool:
    """Whether a verb has a subject of its own, and no verb between that and itself."""
    lead = next(iter(verb.subjects), None)
    if lead is None or view.noun in verb.subjects:
        return False
    return not any(one.is_verb for one in lead.following if one.place < verb.place)


def _is_of_others(view: View, counted: Tokens | None) -> bool:
    """Whether occasions or charges are counted, or the children of "a father of three"."""
    if counted is not None and view.lower(counted[1] - 1) in _occasions():
        return True
    if view.lower(view.after) in _charges():
        return True  # "two counts of murder"
    return view.lower(view.first - 1) == "of" and view.lower(view.first - 2) in _parents()


@cached
def _occasions() -> frozenset[str]:
    return frozenset(
        form for noun in table("outcomes")["occasions"]["words"] for form in noun_forms(noun)
    )


@cached
def _charges() -> frozenset[str]:
    return frozenset(
        form for noun in table("outcomes")["charges"]["words"] for form in noun_forms(noun)
    )


@cached
def _parents() -> frozenset[str]:
    return frozenset(
        form for noun in table("outcomes")["parents"]["words"] for form in noun_forms(noun)
    )


def states_own_outcome(view: View, counted: Tokens | None) -> bool:
    """Return whether the words right behind those counted say what became of them: "4 wounded"."""
    noun = view.noun
    relative = noun is not None and any(
        t.by in noun.verbs_on or (t.construction == "subject" and counted is None)
        for t in affected(noun.sentence).of(noun)
    )
    return bool(relative or own_word(view, counted) or _of_noun(view, counted))


def _of_lives(view: View, left: int) -> str | None:
    """ "The bombing claimed 17 lives"."""
    lives = view.lower(view.after) in listed("counted", "lives")
    return "killed" if lives and view.lower(left) in _claiming() else None


@cached
def _claiming() -> frozenset[str]:
    return frozenset(
        form for verb in table("outcomes")["lives"]["words"] for form in verb_forms(verb)
    )


def _adjusted(outcome: str, view: View, counted: Tokens | None) -> str:
    """ "captured 12 villages" has them seized, "captured 12 rebels" has them captured."""
    if counted is None:
        return outcome_words().of_people.get(outcome, outcome)
    words = outcome_words()
    meant = words.of_people if _counts_people(view, counted) else words.of_things
    return meant.get(outcome, outcome)


def _counts_people(view: View, counted: Tokens) -> bool:
    first, last = counted
    of = next((token for token in range(first, last) if view.lower(token) == "of"), last)
    return is_people(view.word(of - 1)) or is_people(view.word(last - 1))


def _of_noun(view: View, counted: Tokens | None) -> str | None:
    """The outcome that the noun itself or a participle before it names: "12 deaths"."""
    if counted is None:
        return None
    words = outcome_words()
    first, last = counted
    for token in range(last - 1, first - 1, -1):
        pair = f"{view.lower(token - 1)} {view.lower(token)}"
        outcome = words.nouns.get(pair) or words.nouns.get(view.lower(token))
        if outcome:
            return outcome
        if view.lower(token) in words.beside and token < last - 1:
            return words.beside[view.lower(token)]
    return None


def _toll(view: View, left: int) -> str | None:
    """ "the death toll rose to 40"."""
    if view.pos(left) == "ADV" and view.pos(left - 1) in ("VERB", "AUX"):
        left -= 1  # "is now 15"
    if view.lower(left) not in _TOLL_LINKS and view.pos(left) not in ("VERB", "AUX"):
        return None
    if subject := _subject_toll(view):
        return subject
    words, counted = outcome_words(), None
    lists = table("outcomes")["toll_words"]
    for token in view.leftward(left + 1, _TOLL_REACH):
        word = view.lower(token)
        if word in lists["falls"] and view.lower(left) == "by":
            return OTHER
        outcome = _named_toll(view, token) or (counted if word in lists["numbers"] else None)
        if outcome or _ends_toll(view, token):
            return outcome
        counted = words.beside.get(word) or words.nouns.get(word) or counted
    return None


def _subject_toll(view: View) -> str | None:
    """From the subject of the verb: "the toll, which stood at 350, has climbed to 400"."""
    noun = view.noun
    verb = noun.governor if noun is not None else None
    if noun is None or verb is None or not verb.is_verb or noun.role not in ("obl", "obj", "pred"):
        return None
    tolls = (_named_toll(view, subject.head) for subject in verb.subjects)
    return next((outcome for outcome in tolls if outcome), None)


def _named_toll(view: View, token: int) -> str | None:
    """The outcome that a noun for a toll at the token names, alone or with the word before it."""
    word, tolls = view.lower(token), outcome_words().tolls
    return tolls.get(f"{view.lower(token - 1)} {word}") or tolls.get(word)


def _ends_toll(view: View, token: int) -> bool:
    """Whether no toll behind the token is that of the number: another count stands there."""
    return view.lower(token) in (";", ",") or (
        view.pos(token) == "NUM" and not is_step(view, token)
    )
