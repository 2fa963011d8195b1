"""What the tagger gets wrong in the phrases of a text, put right once for every rule.

Noun phrases are cut where they are run together, then governors and subjects that the order of the
words tells better are set.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.doc.count_repairs import with_counts
from extract.doc.dateline_signs import behind_dateline
from extract.doc.noun_phrase_repairs import parted, with_felling, with_speech
from extract.doc.quotations import FAMILY
from extract.doc.subject_repairs import as_subject, give_subject, near
from extract.doc.syntax import SUBJECTS, Phrase, Sentence, Syntax
from extract.doc.words import grammar, is_people

_CONJUNCTIONS = frozenset({"as", "when", "while", "after", "before", "because", "since", "and"})
_PARTICIPLE_REACH = 6
"""Phrases before a verb among which the participle stands that parts it from its subject."""
_MAIN_VERB = 5
"""Phrases behind a participle among which the verb of its sentence stands."""
_JOINING = frozenset({",", ";", "and", "or", "but", "who", "which", "that", "when", "as", "to"})
_SOME_OF_WHOM = 2
"""Phrases before "whom": the whole and its part."""
_PAST = frozenset({"VBN", "VBD"})
"""Forms that a participle is tagged with."""
_PLAIN = frozenset({"ADJ", "ADV"})
"""What may stand between a verb and its object: "dead"."""


def overrule_governors(syntax: Syntax, phrases: list[Phrase]) -> None:
    """Give verbs of one sentence, in place, the subject and governor that word order tells."""
    _reduce(syntax, phrases)
    for place in range(1, len(phrases) - 1):
        _give_object(syntax, phrases, place)
        _part_of_whom(syntax, phrases, place)
        _take_object(syntax, phrases, place)
        _activate(phrases, place)
        _join_last(syntax, phrases, place + 1)
        _lift_relative(syntax, phrases, place)
    for place, phrase in enumerate(phrases):
        if phrase.kind == "VG":
            _free_report(syntax, phrases, place)
            _free_behind_participle(syntax, phrases, place)
            _close_insertion(syntax, phrases, place)
            give_subject(syntax, phrases, place)


def _reduce(syntax: Syntax, phrases: list[Phrase]) -> None:
    """Put "fired by rebels" on its noun where another verb tells what "shells" did.

    Without "by" the other verb opens with an auxiliary: "a policeman sent to guard them was shot".
    """
    for place in range(1, len(phrases) - 2):
        subject, verb = phrases[place - 1], phrases[place]
        adjoins = subject.kind == "NP" and verb.kind == "VG" and subject.last == verb.first
        if not adjoins or not _may_be_reduced(syntax, verb):
            continue
        near = range(place + 1, min(place + _MAIN_VERB, len(phrases)))
        verbs = (i for i in near if phrases[i].kind == "VG")
        main = next((i for i in verbs if syntax.lower(phrases[i].first) != "to"), None)
        if main is None or not _is_main(syntax, verb, phrases[main]):
            continue
        if verb.clause == "acl" and phrases[main].governor != verb.head:
            continue
        if not (_has_agent(syntax, verb) or _is_left_alone(syntax, phrases, place, main)):
            continue
        phrases[place - 1] = as_subject(subject, phrases[main])
        phrases[place] = replace(verb, role="passive", clause="acl", governor=subject.head)
        phrases[main] = replace(phrases[main], clause="root", governor=-1)


def _may_be_reduced(syntax: Syntax, verb: Phrase) -> bool:
    """Whether a verb is one word that may be a participle: "fired", "deployed"."""
    return verb.last - verb.first == 1 and (not syntax.forms or syntax.forms[verb.first] in _PAST)


def _is_left_alone(syntax: Syntax, phrases: Sequence[Phrase], place: int, main: int) -> bool:
    """Whether a verb with an auxiliary has no subject between it and the participle."""
    between = phrases[place + 1 : main]
    if syntax.pos[phrases[main].first] != "AUX":
        return False
    return not any(p.role in SUBJECTS and p.governor == phrases[main].head for p in between)


def _part_of_whom(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take the number of "of whom four died" for the subject, and "whom" for what it is of."""
    _some_of_whom(syntax, phrases, place)
    pronoun, number = phrases[place], phrases[place + 1]
    of = pronoun.first > 0 and syntax.lower(pronoun.first - 1) == "of"
    if not of or syntax.lower(pronoun.head) != "whom" or number.first != pronoun.last:
        return
    if number.kind == "NP" and pronoun.role in SUBJECTS:
        phrases[place + 1] = replace(number, role=pronoun.role, governor=pronoun.governor)
        phrases[place] = replace(pronoun, role="nmod", governor=number.head)


def _some_of_whom(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take "four" for the subject of "26 people, four of whom are policemen, were hurt", and leave
    the people for the verb behind."""
    if place < _SOME_OF_WHOM or syntax.lower(phrases[place].head) != "whom":
        return
    whole, number, pronoun = phrases[place - 2], phrases[place - 1], phrases[place]
    of = pronoun.first == number.last + 1 and syntax.lower(number.last) == "of"
    beside = number.first == whole.last + 1 and syntax.word(whole.last) == ","
    if of and beside and whole.kind == "NP" and whole.role in SUBJECTS:
        phrases[place - 1] = replace(number, role=whole.role, governor=whole.governor)
        phrases[place - 2] = replace(whole, role="root", governor=-1)


def _give_object(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Put the clause of "the men whom rebels seized" on the men, as what the rebels seized."""
    if place + 2 >= len(phrases) or syntax.lower(phrases[place].head) != "whom":
        return
    noun, pronoun, subject, verb = phrases[place - 1 : place + 3]
    adjoin = noun.kind == subject.kind == "NP" and verb.kind == "VG"
    if not adjoin or syntax.pos[pronoun.first - 1] == "ADP" or subject.first != pronoun.last:
        return
    phrases[place] = replace(pronoun, role="obj", governor=verb.head)
    phrases[place + 1] = replace(subject, role="subj", governor=verb.head)
    phrases[place + 2] = replace(verb, role="active", clause="relcl", governor=noun.head)
    if noun.governor == verb.head:
        phrases[place - 1] = replace(noun, role="root", governor=-1)


def _take_object(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take people behind an active verb, without a preposition, for its object.

    "Gunmen shot dead two traders at the market."
    """
    verb, behind = phrases[place], phrases[place + 1]
    adjoin = verb.kind == "VG" and verb.role == "active" and behind.first - verb.last <= 1
    if not adjoin or (behind.role, behind.governor) != ("obl", verb.head):
        return
    between = syntax.pos[verb.last : behind.first]
    if set(between) <= _PLAIN and is_people(syntax.lower(behind.head)):
        phrases[place + 1] = replace(behind, role="obj")


def _activate(phrases: list[Phrase], place: int) -> None:
    """Take a participle with an object for an active verb: "damaged 13 supply routes"."""
    verb, behind = phrases[place], phrases[place + 1]
    alone = verb.kind == "VG" and verb.role == "passive" and verb.first == verb.head
    if alone and behind.role == "obj" and (behind.governor, behind.first) == (verb.head, verb.last):
        phrases[place] = replace(verb, role="active")


def _join_last(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Put the last of a list on the first, where the tagger leaves it alone: "and 224 guns"."""
    before, phrase = phrases[place - 1], phrases[place]
    alone = phrase.kind == before.kind == "NP" and phrase.role in ("conj", "")
    if not alone or phrase.governor >= 0:
        return
    gap = [syntax.lower(token) for token in range(before.last, phrase.first)]
    if gap and gap[-1] == "and" and set(gap) <= {",", "and"}:
        lead = before.governor if before.role == "conj" else before.head
        phrases[place] = replace(phrase, role="conj", governor=lead)


def _lift_relative(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Put "who" behind an insertion on the noun before it.

    "300 men, including nine officers, who were killed": the 300.
    """
    pronoun, verb = phrases[place], phrases[place + 1]
    opens = verb.clause == "relcl" and syntax.lower(pronoun.head) in ("who", "which")
    if not opens or syntax.word(pronoun.first - 1) != ",":
        return
    for here in range(place - 1, 0, -1):
        before = phrases[here].first - 1
        if syntax.lower(before) in grammar().inclusion:
            if syntax.word(before - 1) == "," and phrases[here - 1].last == before - 1:
                phrases[place + 1] = replace(verb, governor=phrases[here - 1].head)
            return
        if phrases[here].kind != "NP" or phrases[here].role not in ("conj", "nmod"):
            return


def _has_agent(syntax: Syntax, verb: Phrase) -> bool:
    alone = verb.last - verb.first == 1 and verb.last < len(syntax)
    return alone and syntax.lower(verb.last) == "by"


def _is_main(syntax: Syntax, verb: Phrase, main: Phrase) -> bool:
    """Whether a verb is finite and no word joins it to the other."""
    behind = verb.last + (syntax.word(verb.last) == "to" if verb.last < len(syntax) else 0)
    joined = {syntax.lower(token) for token in range(behind, main.first)} & _JOINING
    return not joined and not syntax.lower(main.first).endswith("ing")


def _close_insertion(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Give a verb behind ", which ..., " the subject before it, not that of the insertion."""
    verb = phrases[place]
    above = next((phrases[i] for i in near(place) if phrases[i].head == verb.governor), None)
    if verb.clause != "conj" or above is None or above.clause != "relcl":
        return
    if verb.first == 0 or syntax.word(verb.first - 1) != ",":
        return
    phrases[place] = replace(verb, clause="root", governor=-1)
    lead = next((i for i in near(place) if phrases[i].head == above.governor), None)
    if lead is not None and phrases[lead].governor < 0:
        phrases[lead] = as_subject(phrases[lead], verb)


def _free_report(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take "announced" behind a comma for active where what is announced depends on it.

    A participle has no such clause: "the firm, which owns the mine, announced that it will close".
    """
    verb = phrases[place]
    reduced = verb.clause == "acl" and verb.first == verb.head
    if not reduced or verb.first == 0 or syntax.word(verb.first - 1) != ",":
        return
    said = any(p.governor == verb.head and p.clause == "ccomp" for p in phrases[place + 1 :])
    if said and syntax.lower(verb.head) in grammar().reporting:
        phrases[place] = replace(verb, role="active", clause="root", governor=-1)


def _free_behind_participle(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Give a verb the subject that a participle parts from it, in place.

    "... as protesters demanding the resignation of the president clashed with police".
    """
    verb = phrases[place]
    past = verb.clause == "acl" and verb.first == verb.head
    behind = syntax.lower(verb.last) if verb.last < len(syntax) else ""
    if not past or (syntax.forms and syntax.forms[verb.head] != "VBD") or behind == "by":
        return
    for part in range(place - 1, max(place - _PARTICIPLE_REACH, 0), -1):
        phrase, noun = phrases[part], phrases[part - 1]
        if phrase.kind != "VG":
            continue
        opens = noun.first > 0 and syntax.lower(noun.first - 1) in _CONJUNCTIONS
        adjoins = noun.kind == "NP" and noun.last == phrase.first and phrase.first == phrase.head
        if opens and adjoins and syntax.lower(phrase.head).endswith("ing"):
            phrases[part - 1] = replace(noun, role="subj", governor=verb.head)
            phrases[place] = replace(verb, clause="advcl", governor=-1, role="active")
        return


def _join_behind_quotation(syntax: Syntax, phrases: list[Phrase]) -> None:
    """Make a name and what it is called, in place, the subject of the verb of a quotation.

    No clause stands on a noun there: '"All are safe," the port authority APN said'.
    """
    for place in range(len(phrases) - 1, 1, -1):
        noun, name, verb = phrases[place - 2 : place + 1]
        adjoin = noun.last == name.first and name.last == verb.first and name.kind == "NP"
        if not adjoin or verb.clause != "relcl" or verb.governor != noun.head:
            continue
        owned = place > 2 and phrases[place - 3].role == "poss"
        before = (phrases[place - 3].first if owned else noun.first) - 1
        said = syntax.lower(verb.head) in grammar().saying
        if said and before >= 0 and syntax.word(before) in FAMILY:
            whole = replace(name, first=noun.first, role="subj", governor=verb.head)
            phrases[place - 2 : place + 1] = [whole, replace(verb, clause="root", governor=-1)]


def repaired(syntax: Syntax, opening: frozenset[int]) -> Syntax:
    """Return the syntax with its phrases repaired; `opening` are tokens that open quotations."""
    phrases = tuple(
        phrase
        for sentence in syntax.sentences
        for phrase in _repaired_in(syntax, sentence, opening)
    )
    return replace(syntax, phrases=phrases)


def _repaired_in(syntax: Syntax, sentence: Sentence, opening: frozenset[int]) -> list[Phrase]:
    phrases = list(with_speech(syntax, syntax.phrases_in(sentence), opening))
    phrases = list(parted(syntax, sentence, phrases))
    phrases = list(with_felling(syntax, list(with_counts(syntax, phrases))))
    _join_behind_quotation(syntax, phrases)
    cut = behind_dateline(syntax, sentence)
    told = [phrase for phrase in phrases if phrase.first >= cut]
    overrule_governors(syntax, told)
    return [*(phrase for phrase in phrases if phrase.first < cut), *told]
