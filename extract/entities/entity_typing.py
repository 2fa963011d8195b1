"""Entity typing: one name, one kind throughout a report, the one with the most evidence.

Each mention counts with the tagger's probabilities, ten points for certainty; then the words
around it (`typing_cues`), the words of the name, what is known of it (`gazetteer_priors`), the
names it is part of, stands in brackets behind, or is listed with. The points were set by reading
reports; their order of size matters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from extract.entities.gazetteer_priors import COUNTRY, REGION, is_known_group, place_weight
from extract.entities.mentions import Candidate
from extract.entities.name_matching import folded, words_of
from extract.entities.tokens import Tokens
from extract.entities.typing_cues import points_around
from extract.gazetteer import is_given_name, is_surname
from extract.lexicon import name_words
from extract.vocabulary import MentionForm

_CERTAIN = 10
_SURNAME, _FORENAME = 30, 15
_ORGANISATION_WORD = 8
_CAPITALS, _INNER_CAPITAL = 6, 4
_NO_FULL_NAME = -5
_KNOWN_PERSON = 6
_LISTED = 0.3
"""Share of its own points that a name gives to one it is listed with."""
_NO_NAME_BEFORE = 8
_COMMON_WORD = 8
_BETWEEN = frozenset({",", "and", "&", "or"})

Votes = Counter[str]


def assign_kinds(tokens: Tokens, mentions: list[Candidate]) -> None:
    """Give all mentions of one name the kind with the most points."""
    names: dict[str, list[Candidate]] = defaultdict(list)
    for mention in mentions:
        if _is_open(mention):
            names[_key(tokens, mention)].append(mention)
    votes = {key: _votes(tokens, key, found) for key, found in names.items()}
    _share(tokens, mentions, votes)
    parts = _parts_of_people(votes)
    for key, found in names.items():
        if " " not in key and place_weight(key) < REGION:
            votes[key]["PER"] += parts.get(key, _NO_FULL_NAME)
        best = _best(votes[key])
        for mention in found:
            mention.kind = best


def _is_open(mention: Candidate) -> bool:
    """Whether the kind of the mention is still to be told."""
    return mention.form is MentionForm.NAME and mention.kind != "GROUP" and not mention.settled


def _key(tokens: Tokens, mention: Candidate) -> str:
    return folded(tokens.words_of(mention.first, mention.last))


def _best(votes: Votes) -> str:
    return max(votes, key=lambda kind: votes[kind])


def _votes(tokens: Tokens, key: str, mentions: list[Candidate]) -> Votes:
    votes: Votes = Counter()
    for mention in mentions:
        for kind, chance in mention.chances.items():
            votes[kind] += round(_CERTAIN * chance)
        votes.update(points_around(tokens, mention))
    first = mentions[0]
    name = tokens.words_of(first.first, first.last)
    votes["LOC"] += place_weight(name)
    votes["ORG"] += COUNTRY if is_known_group(name) else 0
    _add_form(tokens, first, votes)
    words = key.split()
    if not words:  # a name of nothing but signs
        return votes
    if words[-1] in name_words.organisation_heads() or (
        words[0] in name_words.organisation_heads() and len(words) > 1
    ):
        votes["ORG"] += _ORGANISATION_WORD * len(mentions)
    elif 1 < len(words) < 5 and is_given_name(words[0]) and is_surname(words[-1]):
        votes["PER"] += _KNOWN_PERSON
    return votes


def _add_form(tokens: Tokens, mention: Candidate, votes: Votes) -> None:
    """Add what the letters of a name tell: organisations have acronyms, people do not."""
    word = tokens.words[mention.first]
    if mention.last - mention.first > 1 or not tokens.has_normal_case(mention.first):
        return
    if word.isupper() and len(word) > 1:
        votes["ORG"] += _CAPITALS
    elif tokens.low[mention.first] in tokens.common:
        votes["PER"] -= _COMMON_WORD
    elif any(c.isupper() for c in word[3:]):
        votes["ORG"] += _INNER_CAPITAL


def _share(tokens: Tokens, names: list[Candidate], votes: dict[str, Votes]) -> None:
    """Let names count for those they are listed with, or that stand in brackets behind them."""
    named = [mention for mention in names if _is_open(mention)]
    shares = list(_shares(tokens, named))
    # all give what they had before anyone was given to, so that the order makes no difference
    given = {key: dict(found) for key, found in votes.items()}
    for key, other, share in shares:
        for kind, count in given[other].items():
            votes[key][kind] += round(share * min(count, 2 * _CERTAIN))
    for mention in named:
        if _stands_for_no_name(tokens, mention):
            votes[_key(tokens, mention)]["MISC"] += _NO_NAME_BEFORE


def _shares(tokens: Tokens, named: list[Candidate]) -> Iterator[tuple[str, str, float]]:
    """Yield the name that is given points, the one that gives, and which share of them."""
    for before, mention in pairwise(named):
        key, other = _key(tokens, mention), _key(tokens, before)
        if _is_bracketed(tokens, mention) and before.last == mention.first - 1:
            yield key, other, 1.0
        elif key != other and _are_listed(tokens, before, mention):
            yield key, other, _LISTED
            yield other, key, _LISTED


def _stands_for_no_name(tokens: Tokens, mention: Candidate) -> bool:
    """Whether it is short for common words: "value added tax (VAT)"."""
    before = mention.first - 2
    return _is_bracketed(tokens, mention) and before >= 0 and tokens.words[before].islower()


def _is_bracketed(tokens: Tokens, mention: Candidate) -> bool:
    return tokens.word(mention.first - 1) == "(" and tokens.word(mention.last) == ")"


def _are_listed(tokens: Tokens, before: Candidate, mention: Candidate) -> bool:
    between = tokens.low[before.last : mention.first]
    return 0 < len(between) <= 2 and all(word in _BETWEEN for word in between)


def _parts_of_people(votes: dict[str, Votes]) -> dict[str, int]:
    """Return for single words of people's full names the points of each for a person."""
    parts: dict[str, int] = {}
    for key, found in votes.items():
        words = words_of(key)
        if len(words) > 1 and _best(found) == "PER":
            for word in words[:-1]:
                parts[word] = max(parts.get(word, 0), _FORENAME)
            parts[words[-1]] = _SURNAME
    return parts
