"""What stands in apposition to a person: how old ("Amin, 25,"), and who ("a poet and MP")."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extract.doc import PhraseNode
from extract.doc.morphology import noun_forms
from extract.doc.syntax import Phrase, Syntax
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.lexicon.closed import ARTICLES, BETWEEN_CLAUSES
from extract.lexicon.using import alternation
from extract.quantities.quantity import Quantity
from extract.quantities.units import TIME
from extract.quantities.words import BLANK, any_listed, listed

_LINK = re.compile(r",?[^\S\n](?:and[^\S\n])?(?:an?[^\S\n])?")
_LONGEST_LEAD, _MOST_AGES = 18, 8
"""Characters between a phrase and an age behind it; ages in a row."""
_INDEFINITE = ARTICLES - {"the"}
_ARE = frozenset({"are", "were", "have"})
_CLOSES = frozenset({",", ".", ")", "-", ";"}) | BETWEEN_CLAUSES


def ages_behind(syntax: Syntax, phrase: Phrase, ages: Mapping[int, int]) -> int:
    """Return how many ages stand right behind a phrase: two in "his sons, aged 8 and 11"."""
    text, end, count = syntax.text, syntax.ends[phrase.last - 1], 0
    while count < _MOST_AGES:
        pattern = _LINK if count else _leads()
        link = pattern.match(text, end, end + _LONGEST_LEAD)
        if link is None or link.end() not in ages:
            break
        end, count = ages[link.end()], count + 1
    return count


def is_described_again(noun: PhraseNode, names: Collection[int]) -> bool:
    """Return whether it tells who the person before it is: "Selim Aro, a poet," "a poet and MP"."""
    before = noun.before
    if before is None or not before.is_noun or before.last != noun.first - 1:
        return False
    link = noun.low(noun.first - 1)
    if link == "and":
        return _is_other_role(before, noun)
    named, other = noun.head in names, before.head in names
    if link != "," or named == other or _goes_on_with_another(noun):
        return False
    return _is_description(before if named else noun) and _is_closed(noun)


def _is_other_role(lead: PhraseNode, noun: PhraseNode) -> bool:
    """Whether "politician" of "an activist and politician" is the same person."""
    opens = noun.pos(noun.first) in ("NOUN", "ADJ") and is_people(lead.word)
    if not opens or lead.low(lead.first) not in ARTICLES:
        return False
    if {lead.word, noun.word} & _related():
        return False  # "a man and woman", "a father and daughter"
    verb = lead.governor
    plural = verb is not None and verb.is_verb and verb.low(verb.first) in _ARE
    return verb is None or not plural or lead not in verb.subjects


def _is_description(noun: PhraseNode) -> bool:
    """Whether a phrase tells what somebody is: "a journalist", "politician"."""
    known = is_people(noun.word) or noun.word in table("people")["single"]["more"]
    bare = noun.pos(noun.first) in ("NOUN", "ADJ", "PROPN")
    return known and (bare or noun.low(noun.first) in ARTICLES)


def _goes_on_with_another(noun: PhraseNode) -> bool:
    """Whether a list goes on: "the murders of Aro, an officer, and a judge"."""
    words = [noun.low(token) for token in range(noun.last, noun.last + 3)]
    return words[:2] == [",", "and"] and words[2] in ("a", "an")


def _is_closed(noun: PhraseNode) -> bool:
    """Whether an apposition ends there, be it with a second role: ", a poet and MP,"."""
    last, second = noun.last, noun.after
    joined = second is not None and second.is_noun and second.first == last + 1
    if second and joined and noun.low(last) == "and" and noun.pos(last + 1) in ("NOUN", "ADJ"):
        last = second.last
    closing = noun.low(last) in _CLOSES or noun.pos(last) in ("VERB", "AUX", "ADP", "PRON")
    return closing or last >= noun.sentence.last


@cached
def _leads() -> re.Pattern[str]:
    """Between a phrase and the first of the ages behind it: ", both aged only"."""
    aged, only = any_listed("age", "aged"), any_listed("age", "only")
    return re.compile(
        rf"(?:,?{BLANK}\(?|,{BLANK}|{BLANK}?[–—-]{BLANK}?)"
        rf"(?:(?:both{BLANK})?{aged}{BLANK}(?:{only}{BLANK})?)?"
    )


@cached
def _related() -> frozenset[str]:
    """Words for men, women and kin, who are two people where two are named."""
    lists = table("outcomes")
    return listed("age", "spouses").union(lists["young"]["words"], lists["parents"]["words"])


_OLD = re.compile(r"[^\S\n-]{0,2}-?(?:olds?\b|of[^\S\n]age\b)")
_CLOSED_AFTER = re.compile(r"[^\S\n]{0,2}[,.;)]")
_OLDEST = 120
"""Years; no age is higher."""
_AGES_LOOK_BACK = 90
"""Characters before one of several ages."""
_UNIT_LOOK_BACK = 40
"""Characters before one age."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """Patterns for what stands beside ages, alone and in lists."""

    lone: re.Pattern[str]
    """Before one: "aged between"."""
    name: re.Pattern[str]
    """Before a bare one: "Lina Mora,", "her son,"."""
    now: re.Pattern[str]
    """ "Amin, now"."""
    being: re.Pattern[str]
    """ "who was only"."""
    short: re.Pattern[str]
    """Behind one: "y.o"."""
    then: re.Pattern[str]
    """Behind one: "at the time"."""
    aged: re.Pattern[str]
    """Before a further one: "aged 9 and"."""
    beside: re.Pattern[str]
    """Before one, with who it is: "his sons, 8 and"."""
    of: re.Pattern[str]
    """ "a boy of"."""
    bounded: re.Pattern[str]
    """ "children under"."""
    was: re.Pattern[str]
    """ "she was"."""
    closed: re.Pattern[str]
    """Behind one that closes its phrase."""
    apart: re.Pattern[str]
    """Behind one that nothing follows which could be counted."""
    old: re.Pattern[str]
    """Behind one of a list that ends in "years old"."""


def _young() -> list[str]:
    return [form for noun in table("outcomes")["young"]["words"] for form in noun_forms(noun)]


@cached
def _lists() -> _Lists:
    lists = table("numbers")
    number = rf"(?:\d{{1,3}}|{alternation(lists['words'])}(?:-{alternation(lists['words'])})?)"
    link = rf"(?:,{BLANK}(?:(?:and|or){BLANK})?|{BLANK}(?:and|or|to){BLANK}|[-–])"
    more = rf"(?:{number}{link}){{0,6}}"
    then = rf"(?:{link}{number}){{0,6}}"
    young = alternation(_young())
    aged, only = any_listed("age", "aged"), any_listed("age", "only")
    told, being = any_listed("age", "told"), any_listed("age", "being")
    free = rf"(?:[,.;:)\]—–]|$|\n|{BLANK}{any_listed('age', 'free')}\b)"

    def compiled(pattern: str) -> re.Pattern[str]:
        """Return the expression, which takes words in any case."""
        return re.compile(pattern, re.IGNORECASE)

    return _Lists(
        lone=compiled(rf"\b(?:{aged}|{any_listed('age', 'aged_of')}){BLANK}{{1,2}}$"),
        name=re.compile(rf"(?:[A-Z][\w’'.-]{{1,30}}|{told})[’”\"']?,{BLANK}{{1,2}}$"),
        now=re.compile(rf",{BLANK}{any_listed('age', 'now')}{BLANK}$"),
        being=re.compile(rf"\b{being}{BLANK}(?:{only}{BLANK})?$"),
        short=compiled(rf"{BLANK}?{any_listed('age', 'short')}\b"),
        then=re.compile(rf"{BLANK}{any_listed('age', 'then')}\b"),
        aged=compiled(rf"\b{aged}{BLANK}(?:of{BLANK}|between{BLANK}|{only}{BLANK})?{more}$"),
        beside=compiled(rf"([\w’'.]{{2,30}})(?:,{BLANK}|{BLANK}\(|{BLANK}?[—–-]{BLANK}?){more}$"),
        of=compiled(rf"\b{young}{BLANK}of{BLANK}(?:{only}{BLANK}|about{BLANK})?{more}$"),
        bounded=compiled(
            rf"\b(?:{young}|{any_listed('age', 'bounded')}){BLANK}(?:aged{BLANK})?"
            rf"{any_listed('age', 'bound')}{BLANK}(?:the{BLANK}age{BLANK}of{BLANK})?$"
        ),
        was=compiled(
            rf"\b{any_listed('age', 'subject')}{BLANK}(?:was|were|is|are){BLANK}"
            rf"(?:(?:{only}|aged){BLANK})?{more}$"
        ),
        closed=compiled(rf"{then}{BLANK}{{0,2}}[,.;:)\]—–]"),
        apart=compiled(rf"{then}{free}"),
        old=compiled(
            rf"(?:{link}{number})+{BLANK}{{0,2}}[-‑]?(?:years?|months?)(?:{BLANK}|[-‑])olds?\b"
            rf"|[-‑]{BLANK}(?:and|or|to){BLANK}{number}[-‑](?:years?|months?)"
        ),
    )


def is_age(text: str, found: Quantity) -> bool:
    """Return whether the number tells how old somebody is."""
    if found.unit is not None and found.unit.kind == TIME:
        return _OLD.match(text, found.unit.end) is not None or _aged(text, found)
    if found.unit is not None or found.vague or not 0 < found.high <= _OLDEST:
        return False
    if _lists().short.match(text, found.end):
        return True
    return _aged(text, found) or _in_list(text, found) or _is_bare_age(text, found)


def _is_bare_age(text: str, found: Quantity) -> bool:
    """Whether it is an age without a word for it: "Lina Mora, 34,", "who was 12 then"."""
    low, lists = max(0, found.start - _UNIT_LOOK_BACK), _lists()
    if lists.being.search(text, low, found.start) and lists.then.match(text, found.end):
        return True
    if not found.digits or not _CLOSED_AFTER.match(text, found.end):
        return False
    patterns = (lists.name, lists.now)
    return any(pattern.search(text, low, found.start) for pattern in patterns)


def _aged(text: str, found: Quantity) -> bool:
    low = max(0, found.around.start - _UNIT_LOOK_BACK)
    return _lists().lone.search(text, low, found.around.start) is not None


def _in_list(text: str, found: Quantity) -> bool:
    """Whether it is one of several ages, or stands beside those who are of that age."""
    lists, end = _lists(), found.end
    before = text[max(0, found.start - _AGES_LOOK_BACK) : found.start]
    if lists.old.match(text, end):
        return True
    if lists.apart.match(text, end) and any(
        pattern.search(before) for pattern in (lists.aged, lists.of, lists.bounded)
    ):
        return True
    if not lists.closed.match(text, end):
        return False
    named = lists.beside.search(before)
    return lists.was.search(before) is not None or (named is not None and _is_somebody(named))


def _is_somebody(named: re.Match[str]) -> bool:
    word = named[1]
    others = table("people")["single"]["more"]
    return is_people(word) or word[:1].isupper() or word.lower() in others
