"""Subjects set right in the tree: where the tagger gives a verb none, or the wrong one.

Functions take the phrases of one sentence as a list and change it in place. They set only what the
phrases right around a verb tell for sure; where the tree is left without a subject, `word_order`
looks for one over whole clauses when it is asked.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.doc.syntax import SUBJECTS, Phrase, Syntax
from extract.doc.words import grammar
from extract.lexicon import cached, table
from extract.lexicon.closed import QUANTIFIERS, RELATIVES

_LONGEST_LINK = 2
"""Tokens between a whole and its part: a comma and "including"."""
_AROUND = 3
"""Phrases before a verb: a place, the wider one around it, and who did what it tells."""
_REACH = 40
"""Phrases before a verb that are searched for its subject: a sentence may go on for pages."""
_PLACED = frozenset({"obl", "nmod"})
_LIST = frozenset({",", "and", "or", "&"})
_MODIFIES = frozenset({"acl", "relcl"})
_NO_SUBJECT = _MODIFIES | {"xcomp", "csubj"}
"""Clauses that share the subject of another, or have none."""
_FREE = SUBJECTS | {"", "root"}
"""What the tagger calls a noun phrase that it finds no verb for."""
_MARKS = frozenset({",", "–", "—", "--", ")"})
"""Marks that close what is put in between a subject and its verb."""
_OPENERS = frozenset({";", ":", "and", "but", "while", "as", "or", "that"})
"""Before a noun phrase that opens a clause of its own."""
_BARE_FORMS = frozenset({"VB", "VBG", "VBN"})


def give_subject(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Give the verb at the place, in the list, the subject that word order tells."""
    _give_way(syntax, phrases, place)
    verb = phrases[place]
    if _across_stop(syntax, phrases, place):
        _take_subjects(phrases, verb)
        _set_subject(phrases, place, place - 1)
        return
    if _has_subject(syntax, phrases, place):
        return
    listed = _list_before(syntax, phrases, place)
    if listed:
        _set_subject(phrases, place, listed[0])
        for other in listed[1:]:
            phrases[other] = replace(phrases[other], role="conj", governor=phrases[listed[0]].head)
    elif verb.clause not in _NO_SUBJECT and _is_finite(syntax, verb):
        subject = _adjoining(syntax, phrases, place)
        if subject is None and verb.clause != "conj":
            subject = _before_insertion(syntax, phrases, place)
        if subject is not None:
            _set_subject(phrases, place, subject)


def _give_way(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Put the wider place of "In Kesten, Tarim Province, gunmen shot a judge" on the narrower one,
    and leave the verb to the gunmen."""
    if place < _AROUND or not _adjoins(syntax, phrases[place - 1], phrases[place]):
        return
    narrow, wide, noun = phrases[place - _AROUND : place]
    commas = all(
        one.kind == "NP" and other.first == one.last + 1 and syntax.word(one.last) == ","
        for one, other in ((narrow, wide), (wide, noun))
    )
    behind = narrow.first > 0 and syntax.lower(narrow.first - 1) in _locating()
    if not commas or not behind or not _may_be_place(syntax, wide):
        return
    if wide.role in SUBJECTS:
        role, above = wide.role, wide.governor
        if noun.role not in SUBJECTS:
            phrases[place - 1] = replace(noun, role=role, governor=above)
    phrases[place - 2] = replace(wide, role="appos", governor=narrow.head)


def _may_be_place(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a phrase ends in a name and brings in nobody: "northern Borania"."""
    told = syntax.pos[phrase.head] == "PROPN" and syntax.pos[phrase.first] not in ("DET", "NUM")
    return told and syntax.word(phrase.head)[:1].isupper()


@cached
def _locating() -> frozenset[str]:
    return frozenset(table("frames")["preposition"]["locating"])


def as_subject(noun: Phrase, verb: Phrase) -> Phrase:
    """Return a noun phrase as the subject of a verb."""
    role = "subjpass" if verb.role == "passive" else "subj"
    return replace(noun, role=role, governor=verb.head)


def near(place: int) -> range:
    """Return the places before that of a verb that are searched for its subject."""
    return range(max(place - _REACH, 0), place)


def _has_subject(syntax: Syntax, phrases: list[Phrase], place: int) -> bool:
    """Whether the tagger gives the verb a subject; a date before it gives way to its list.

    "Last month, five men were killed": the men.
    """
    head = phrases[place].head
    own = [i for i in near(place) if phrases[i].governor == head and phrases[i].role in SUBJECTS]
    for here in own:
        _lift_from_part(syntax, phrases, here, phrases[place])
        date = phrases[here]
        if syntax.lower(date.head) not in _times() or syntax.word(date.last) != ",":
            continue
        listed = [i for i in range(here + 1, place) if phrases[i].governor == date.head]
        listed = [i for i in listed if phrases[i].role in ("conj", "appos")]
        if listed and phrases[listed[0]].first == date.last + 1:
            phrases[here] = replace(date, role="obl")
            phrases[listed[0]] = replace(phrases[listed[0]], role=date.role, governor=head)
            for other in listed[1:]:
                phrases[other] = replace(phrases[other], governor=phrases[listed[0]].head)
    return bool(own)


def _lift_from_part(syntax: Syntax, phrases: list[Phrase], here: int, verb: Phrase) -> None:
    """Make the whole the subject, not the part or what is put in on it: "74 men, including eight
    guards, were killed", "six civilians, all members of one family, were killed"."""
    part = phrases[here]
    whole = phrases[here - 1] if here else part
    if whole is part or whole.kind != "NP":
        return
    if syntax.lower(part.first - 1) in grammar().inclusion:
        if part.first - whole.last <= _LONGEST_LINK:
            phrases[here - 1] = replace(whole, role=part.role, governor=part.governor)
            phrases[here] = replace(part, role="nmod", governor=whole.head)
    elif syntax.lower(part.first) in QUANTIFIERS and whole.role not in _PLACED:
        closed = syntax.lower(verb.first - 1) == "," and part.last < verb.first - 1
        if closed and syntax.lower(whole.last) == "," and whole.last == part.first - 1:
            _take_subjects(phrases, verb)  # "reports that six civilians, all ..."
            phrases[here - 1] = replace(whole, role=part.role, governor=part.governor)
            phrases[here] = replace(part, role="appos", governor=whole.head)


def _set_subject(phrases: list[Phrase], place: int, subject: int) -> None:
    phrases[subject] = as_subject(phrases[subject], phrases[place])


def _take_subjects(phrases: list[Phrase], verb: Phrase) -> None:
    """Leave the verb without the subjects that the tagger gave it."""
    for place, phrase in enumerate(phrases):
        if phrase.governor == verb.head and phrase.role in SUBJECTS:
            phrases[place] = replace(phrase, role="root", governor=-1)


def _is_finite(syntax: Syntax, verb: Phrase) -> bool:
    if not syntax.forms or syntax.lower(verb.first) == "to":
        return False
    alone = "AUX" not in syntax.pos[verb.first : verb.head]
    return not (alone and syntax.forms[verb.head] in _BARE_FORMS)


def _adjoins(syntax: Syntax, noun: Phrase, verb: Phrase) -> bool:
    """Whether nothing but adverbs stands between a noun phrase and the verb behind it."""
    counts = syntax.pos[noun.last - 1] == "NUM"
    passed = {"ADV", "ADJ"} if counts else {"ADV"}  # "four other were injured"
    return noun.kind == "NP" and passed.issuperset(syntax.pos[noun.last : verb.first])


def _is_alone(syntax: Syntax, noun: Phrase) -> bool:
    """Whether a noun phrase stands behind no preposition, and is no date: "last week"."""
    behind = noun.first > 0 and syntax.pos[noun.first - 1] == "ADP"
    return not behind and syntax.lower(noun.head) not in _times()


def _across_stop(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> bool:
    """Whether the noun phrase right before opens a clause that the tagger has not parted.

    "A boat capsized; 22 are missing": what are missing is no boat.
    """
    if not place or not _adjoins(syntax, phrases[place - 1], phrases[place]):
        return False
    noun = phrases[place - 1]
    opens = noun.first > 0 and syntax.lower(noun.first - 1) == ";"
    return opens and noun.role not in SUBJECTS and _is_finite(syntax, phrases[place])


def _adjoining(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> int | None:
    """The noun phrase right before, or the first of the list that it ends.

    "200 homes were burned to the ground and 1,500 residents fled."
    """
    if not place or not _adjoins(syntax, phrases[place - 1], phrases[place]):
        return None
    noun = phrases[place - 1]
    taken = noun.role in SUBJECTS and noun.governor >= 0
    if taken or noun.role in ("obj", "iobj", "pred", "poss") or not _is_alone(syntax, noun):
        return None
    if syntax.lower(noun.head) in RELATIVES:
        return None
    if noun.role in ("conj", "appos"):
        return _first_of_list(syntax, phrases, place - 1)
    opens = noun.first == 0 or syntax.lower(noun.first - 1) in _OPENERS | _MARKS
    return place - 1 if noun.role in _FREE or opens else None


def _first_of_list(syntax: Syntax, phrases: Sequence[Phrase], last: int) -> int:
    """The place of the first of the list that ends there, where it can be a subject itself."""
    first = last
    while first and phrases[first].role == "conj" and phrases[first - 1].kind == "NP":
        gap = range(phrases[first - 1].last, phrases[first].first)
        if not gap or not {syntax.lower(token) for token in gap} <= _LIST:
            return last
        first -= 1
    free = phrases[first].role in _FREE and _is_alone(syntax, phrases[first])
    return first if free and phrases[first].governor < 0 else last


def _before_insertion(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> int | None:
    """The noun phrase that belongs to no verb, before what is put in between.

    "Three of the four men detained on Sunday were released", "Four guards, two of them women,
    died".
    """
    end = _insertion_start(syntax, phrases, place)
    for here in range(place - 1, max(place - _REACH, -1), -1):
        phrase = phrases[here]
        if phrase.last > end:
            continue
        if phrase.kind == "VG":
            if phrase.clause not in _MODIFIES and _is_finite(syntax, phrase):
                return None
            continue
        relative = syntax.lower(phrase.head) in RELATIVES or (
            phrase.first > 0 and syntax.lower(phrase.first - 1) in RELATIVES
        )
        if phrase.role in _FREE and phrase.governor < 0 and not relative:
            return here if _is_alone(syntax, phrase) else None
    return None


def _insertion_start(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> int:
    """The token where the insertion begins that a comma right before the verb closes."""
    before = phrases[place].first - 1
    while before > 0 and syntax.pos[before] == "ADV":
        before -= 1
    if syntax.word(before) not in _MARKS:
        return before + 1
    first = phrases[0].first
    marks = (
        t for t in range(before - 1, first, -1) if syntax.word(t) in _MARKS or syntax.word(t) == "("
    )
    return next(marks, before)


def _list_before(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> list[int]:
    """The places of the list right before a verb, where it follows a phrase of place or time.

    The tagger joins it to the noun before the comma: "In one case, two women and a boy were shot".
    """
    found: list[int] = []
    last = phrases[place].first
    for here in range(place - 1, -1, -1):
        phrase = phrases[here]
        gap = [syntax.lower(token) for token in range(phrase.last, last)]
        if phrase.kind != "NP":
            return []
        if found and gap == [","] and phrase.role in _PLACED:
            return found if _opens(syntax, phrases, here) else []
        if phrase.role != "conj" or (found and not set(gap) <= _LIST) or (not found and gap):
            return []
        found.insert(0, here)
        last = phrase.first
    return []


def _opens(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> bool:
    """Whether nothing but phrases behind prepositions stands before, in its sentence."""
    first = phrases[0]
    return (
        place < _REACH
        and all(p.kind == "NP" for p in phrases[:place])
        and syntax.pos[first.first - 1] == "ADP"
    )


@cached
def _times() -> frozenset[str]:
    lists = table("dates")
    return frozenset(table("figures")["label"]["time"]).union(
        lists["weekday"]["names"], lists["month"]["names"]
    )
