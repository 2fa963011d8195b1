"""Who the words for a source stand for: an entity, or a name of its own, and of what kind."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from extract.attribution.cues import cues
from extract.attribution.view import IndexedDoc
from extract.doc.morphology import noun_forms
from extract.doc.phrases import POSSESSIVE
from extract.doc.syntax import Phrase, TokenSpan
from extract.entities import Antecedents, EntityIndex
from extract.lexicon import cached, name_words, table
from extract.lexicon.closed import (
    ARTICLES,
    DEMONSTRATIVES,
    POSSESSIVES,
    RELATIVES,
    WE,
    YOU,
    I,
)
from extract.lexicon.tables import Words
from extract.lexicon.using import alternation
from extract.records import Entity
from extract.vocabulary import Label

UNKNOWN = "unknown"
_BY_LABEL = {Label.GROUP: "party", Label.PLACE: "official"}
"""What an entity is whose words tell nothing: a side, or the government of a place."""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    words: re.Pattern[str]
    heads: frozenset[str]


@cached
def _kinds() -> tuple[_Kind, ...]:
    lists = table("source_kinds")
    by_name = cast(Mapping[str, Words], lists)
    return tuple(_compiled(name, by_name[name]) for name in lists["order"])


def _compiled(name: str, lists: dict[str, list[str]]) -> _Kind:
    anywhere, first = _either(lists["words"]), _either(lists.get("title", []))
    pattern = rf"(?<!\w)(?:{anywhere})(?!\w)" + (rf"|^(?:{first})(?!\w)" if first else "")
    return _Kind(name, re.compile(pattern), frozenset(_forms(lists["head"])))


def _either(words: Iterable[str]) -> str:
    """A pattern for any form of any of the words, longest first."""
    return "|".join(re.escape(form) for form in sorted(_forms(words), key=len, reverse=True))


def _forms(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in noun_forms(word)}


def kind_of(descriptions: Iterable[str], head: str, entity: Entity | None) -> str:
    """Return the kind of source that its descriptions, its head noun and its entity tell."""
    said = [words.lower() for words in descriptions]
    if entity is not None and entity.label is Label.MEDIA:
        return "media"
    for kind in _kinds():
        if head.lower() in kind.heads or any(kind.words.search(words) for words in said):
            return kind.name
    return _BY_LABEL.get(entity.label, UNKNOWN) if entity is not None else UNKNOWN


_HE_SHE = frozenset({"he", "she", "him", "her", "his"})
_IT_THEY = frozenset({"it", "they", "them", "its", "their"})
_NOBODY = frozenset(
    {"i", "we", "you", "me", "us", "my", "our", "your", "one", "ones", "there", "this", "that"}
    | {"those", "what", "nobody", "none", "anyone", "everyone", "nothing"}
)
"""Words that name no source of a report: its author, its reader, nobody."""
_AND = frozenset({"and", "&"})
_LOOKED_AT = 10
"""Mentions of a speaker whose words may tell what kind of source it is."""
_RECENT = 60
"""Tokens, two or three sentences, within which one who spoke is still the topic."""
_MOST_IN_WORDS = 10
_QUANTIFIERS = frozenset({"some", "several", "many", "other", "another"})
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who says something, as far as the words tell."""

    key: str
    """The same for all names that are joined."""
    name: str
    head: str
    entity: Entity | None = None

    @property
    def is_thing(self) -> bool:
        """Whether the words name neither somebody nor a document."""
        if self.entity is not None or self.head in cues().documents:
            return False
        return kind_of([self.name], self.head, None) == UNKNOWN


class SpeakerIndex:
    """The entities of a report by where they are mentioned, and who spoke last."""

    def __init__(self, indexed: IndexedDoc, entities: Sequence[Entity]) -> None:
        self._indexed = indexed
        self._index = EntityIndex(entities)
        self._antecedents = Antecedents(indexed.syntax, entities)
        self._last: dict[bool, tuple[int, Speaker]] = {}
        """Who spoke last, and at which token: one person (true), or an organisation or several."""

    def speaker(self, run: TokenSpan) -> Speaker | None:
        """Return whom the words of a source stand for; none for the author or an unknown "he"."""
        low = self._indexed.low[run.first]
        alone = run.last - run.first == 1
        if alone and low in RELATIVES:
            return self._before(run.first)
        if alone and low in _HE_SHE | _IT_THEY:
            return self._meant(run.first, low)
        found = None if alone and low in _NOBODY else self._named(run)
        if found is not None:
            for single in _may_be(found):
                self._last[single] = (run.first, found)
        return found

    def entity_in(self, run: TokenSpan) -> Entity | None:
        """Return the entity that the head of the words names."""
        phrase = self._head_phrase(run)
        return self._at(phrase) if phrase else None

    def descriptions(self, speaker: Speaker) -> Iterator[str]:
        """Yield what the report calls the speaker, title and apposition included."""
        for mention in speaker.entity.mentions[:_LOOKED_AT] if speaker.entity else ():
            tokens = self._indexed.syntax.tokens_in(mention.start, mention.end)
            noun = self._indexed.noun_at(tokens.start) if tokens else None
            if noun is not None:
                yield self._indexed.words(self._apposition_ends(noun))

    def _apposition_ends(self, noun: Phrase) -> TokenSpan:
        indexed, first, last = self._indexed, noun.first, noun.last
        before = indexed.noun_at(first - 2) if first > 1 and indexed.low[first - 1] == "," else None
        if before is not None and noun.role == "appos":
            first = before.first
        after = (
            indexed.noun_at(last + 1)
            if last + 1 < len(indexed.low) and indexed.low[last] == ","
            else None
        )
        if after is not None and after.role == "appos":
            last = after.last
        return TokenSpan(first, last)

    def _named(self, run: TokenSpan) -> Speaker | None:
        """Whom the words name; two joined by "and" speak as one."""
        speakers = [self._alone(part) for part in self._parts(run)]
        if not speakers:
            words = self._indexed.words(run)
            return Speaker(_key(words), words, words.lower())
        named = {speaker.key: speaker for speaker in speakers}
        if len(named) == 1:
            return speakers[0]
        name = " and ".join(speaker.name for speaker in named.values())
        return Speaker("&".join(sorted(named)), name, speakers[-1].head)

    def _alone(self, part: TokenSpan) -> Speaker:
        head = self._indexed.low[part.last - 1]
        entity = self._index.holding(self._indexed.syntax.starts[part.last - 1]) or self._outlet(
            part
        )
        if entity is not None:
            return Speaker(entity.id, entity.name, head, entity)
        name = _stripped(self._indexed.words(part))
        return Speaker(_key(name), name, head)

    def _outlet(self, part: TokenSpan) -> Entity | None:
        """The outlet that a phrase names before its noun: "the Courier newspaper"."""
        span = self._indexed.span(part)
        inside = (entity for _, entity in self._index.within(span.start, span.end))
        return next((entity for entity in inside if entity.label is Label.MEDIA), None)

    def _parts(self, run: TokenSpan) -> Iterator[TokenSpan]:
        """The noun phrases that name the speaker, each to its head; more than one beside "and"."""
        indexed, phrase = self._indexed, self._head_phrase(run)
        if phrase is None:
            return
        yield from self._halves(phrase)
        after = phrase.last + 1
        joined = phrase.last < run.last - 1 and indexed.low[phrase.last] in _AND
        other = indexed.noun_at(after) if joined else None
        if other is not None and indexed.pos[other.head] != "PRON":
            yield TokenSpan(other.first, other.head + 1)

    def _halves(self, phrase: Phrase) -> Iterator[TokenSpan]:
        """A phrase with "and" inside, parted there if an entity stands on either side."""
        starts = self._indexed.syntax.starts
        for token in range(phrase.first + 1, phrase.head):
            entities = [self._index.holding(starts[place]) for place in (token - 1, phrase.head)]
            if self._indexed.low[token] in _AND and None not in entities:
                yield TokenSpan(phrase.first, token)
                yield TokenSpan(token + 1, phrase.head + 1)
                return
        yield TokenSpan(phrase.first, phrase.head + 1)

    def _head_phrase(self, run: TokenSpan) -> Phrase | None:
        """The first noun phrase that is no possessor of the next."""
        indexed, token = self._indexed, run.first
        while token < run.last:
            noun = indexed.noun_at(token)
            if noun is None:
                token += 1
            elif noun.last < run.last and indexed.low[noun.last] in POSSESSIVE:
                token = noun.last + 1
            else:
                return noun
        return None

    def _at(self, phrase: Phrase) -> Entity | None:
        """The entity that the head of the phrase stands for."""
        return self._index.holding(self._indexed.syntax.starts[phrase.head])

    def _meant(self, token: int, low: str) -> Speaker | None:
        """Whom a pronoun means.

        "It" and "they" mean the organisation that spoke just before, rather than another that it
        spoke of; "he" and "she" the last person named who fits.
        """
        single = low in _HE_SHE
        spoke, speaker = self._last.get(single, (-_RECENT, None))
        recent = speaker is not None and token - spoke < _RECENT
        if recent and (not single or self._goes_on(spoke, speaker, token, low)):
            return speaker
        entity = self._antecedents.of(low, self._indexed.syntax.starts[token])
        if entity is not None:
            return Speaker(entity.id, entity.name, entity.name.split()[-1].lower(), entity)
        return speaker

    def _goes_on(self, spoke: int, speaker: Speaker | None, token: int, low: str) -> bool:
        """Whether "he" is who spoke before: nobody who fits is named in between as a subject."""
        if speaker is None or not _may_be_called(speaker, low):
            return False
        syntax = self._indexed.syntax
        if speaker.entity is not None:
            return False  # a person by name, whom the last one named since may stand before
        starts = syntax.starts
        named = self._index.within(starts[spoke], starts[token])
        return not any(entity.label is Label.PERSON for _, entity in named)

    def _before(self, token: int) -> Speaker | None:
        """The noun phrase that a relative pronoun follows."""
        place = token - 1
        while place >= 0 and self._indexed.low[place] in (",", "of"):
            place -= 1
        noun = self._indexed.noun_at(place) if place >= 0 else None
        return self._named(TokenSpan(noun.first, noun.last)) if noun else None


def _may_be(speaker: Speaker) -> tuple[bool, ...]:
    """Whether "he" or "she" may stand for the speaker (true), "it" or "they" (false), or both."""
    if speaker.entity is not None:
        return (speaker.entity.label is Label.PERSON,)
    return (False,) if speaker.head.endswith("s") else (True, False)


def _may_be_called(speaker: Speaker, pronoun: str) -> bool:
    """Whether the words for a speaker do not tell the other sex."""
    told = name_words.sexes().get(speaker.head, "")
    return told in ("", name_words.sexes().get(pronoun, ""))


def _stripped(name: str) -> str:
    return _POSSESSIVE.sub("", _determiners().sub("", name)).strip() or name


def _key(name: str) -> str:
    """A normalised name."""
    return " ".join(re.findall(r"\w+", _stripped(name).casefold())) or name


@cached
def _determiners() -> re.Pattern[str]:
    """What stands before a name or noun: "the two", "several other"."""
    numbers = [w for w, many in table("numbers")["words"].items() if 0 < many <= _MOST_IN_WORDS]
    words = ARTICLES | DEMONSTRATIVES | _QUANTIFIERS | POSSESSIVES - I - WE - YOU
    return re.compile(rf"^(?:(?:{alternation([*words, *numbers])}|\d+)\s+)+", re.IGNORECASE)
