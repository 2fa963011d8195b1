"""What the text says of persons beside their mention: who they are, and how old each is."""

import re
from collections.abc import Collection, Mapping

from extract.doc.clauses import Clauses
from extract.doc.syntax import Phrase, Syntax
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.lexicon.closed import ARTICLES, BETWEEN_CLAUSES
from extract.quantities.words import BLANK, any_listed, listed
from extract.records import Figure, Reading
from extract.vocabulary import Label

_LINK = re.compile(r",?[^\S\n](?:and[^\S\n])?(?:an?[^\S\n])?")
_LONGEST_LEAD, _MOST_AGES = 18, 8
_INDEFINITE = ARTICLES - {"the"}
_ARE = frozenset({"are", "were", "have"})
_CLOSES = frozenset({",", ".", ")", "-", ";"}) | BETWEEN_CLAUSES


def is_person(figure: Figure) -> bool:
    """Return whether the figure is one person described, rather than a number of them."""
    return figure.counted is not None and (
        figure.start <= figure.counted.start < figure.counted.end <= figure.end
    )


def tokens_of_names(reading: Reading, syntax: Syntax) -> set[int]:
    """Return tokens of the names of persons."""
    named = {t for name in syntax.names if name.kind == "PER" for t in range(name.first, name.last)}
    known = [e for e in reading.entities if e.label is Label.PERSON]
    spans = [mention for entity in known for mention in entity.mentions]
    found = {t for m in spans for t in syntax.tokens_in(m.start, m.end)}
    return {t for t in (found or named) if syntax.pos[t] == "PROPN"}


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


def is_described_again(clauses: Clauses, place: int, names: Collection[int]) -> bool:
    """Return whether it tells who the person before it is: "Selim Aro, a poet," "a poet and MP"."""
    phrase = clauses.phrases[place]
    if place == 0 or not clauses.is_noun(place - 1):
        return False
    before = clauses.phrases[place - 1]
    if clauses.syntax.lower(phrase.first - 1) == "and" and before.last == phrase.first - 1:
        return _is_other_role(clauses, place)
    if clauses.syntax.lower(phrase.first - 1) != "," or before.last != phrase.first - 1:
        return False
    named, other = phrase.head in names, before.head in names
    if named == other:
        return False
    described = before if named else phrase
    if _goes_on_with_another(clauses, phrase.last):
        return False
    return _is_description(clauses, described) and _is_closed(clauses, place)


def _is_other_role(clauses: Clauses, place: int) -> bool:
    """Whether "politician" of "an activist and politician" is the same person."""
    syntax, phrase = clauses.syntax, clauses.phrases[place]
    lead = clauses.phrases[place - 1]
    opens = syntax.pos[phrase.first] in ("NOUN", "ADJ") and is_people(syntax.word(lead.head))
    if not opens or syntax.lower(lead.first) not in ARTICLES:
        return False
    if any(syntax.lower(p.head) in _related() for p in (lead, phrase)):
        return False  # "a man and woman", "a father and daughter"
    verb = clauses.governor(place - 1)
    plural = clauses.is_verb(verb) and syntax.lower(clauses.phrases[verb].first) in _ARE
    return not plural or place - 1 not in clauses.subjects(verb)


def _is_description(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase tells what somebody is: "a journalist", "politician"."""
    syntax = clauses.syntax
    word = syntax.lower(phrase.head)
    known = is_people(word) or word in table("people")["single"]["more"]
    bare = syntax.pos[phrase.first] in ("NOUN", "ADJ", "PROPN")
    return known and (bare or syntax.lower(phrase.first) in ARTICLES)


def _goes_on_with_another(clauses: Clauses, last: int) -> bool:
    """Whether a list goes on: "the murders of Aro, an officer, and a judge"."""
    words = [clauses.syntax.lower(t) for t in range(last, min(last + 3, clauses.sentence.last))]
    return words[:2] == [",", "and"] and words[2:] in (["a"], ["an"])


def _is_closed(clauses: Clauses, place: int) -> bool:
    """Whether an apposition ends there, be it with a second role: ", a poet and MP,"."""
    syntax, last = clauses.syntax, clauses.phrases[place].last
    following = place + 1
    if (
        following < len(clauses.phrases)
        and clauses.is_noun(following)
        and clauses.phrases[following].first == last + 1
        and syntax.lower(last) == "and"
        and syntax.pos[last + 1] in ("NOUN", "ADJ")
    ):
        last = clauses.phrases[following].last
    if last >= clauses.sentence.last:
        return True
    return syntax.lower(last) in _CLOSES or syntax.pos[last] in ("VERB", "AUX", "ADP", "PRON")


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
