"""The tagger that ships: conditional random fields over words, then over phrases.

Its models are opened once, and only when used.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from pycrfsuite import Tagger

from extract.doc.dateline_signs import behind_sign, sign_of_dateline
from extract.doc.syntax import NO_PROSE, Phrase, Sentence, Syntax
from extract.records import Block
from extract.tagger import names, relations, shallow_parsing
from extract.tagger.casing import Casing, Usage, casing_of
from extract.tagger.layout import Chances, Findings, Layout, lay_out
from extract.tagger.mended_verbs import with_mended_verbs, with_those_shot
from extract.tagger.relations import Link
from extract.tagger.shallow_parsing import Run

FOLDER = Path(__file__).parent.parent / "models"
_LONG = 100
_FEWEST = 12
"""A long sentence of which each word stands there more often than this is no prose."""


class CrfTagger:
    """Parts of speech, then phrases and names on them, then how the phrases hang together."""

    def tag(self, text: str, blocks: Sequence[Block]) -> Syntax:
        """Return tokens, sentences, parts of speech, phrases and names of the blocks of a text."""
        layout = lay_out(text, blocks)
        found, block = Findings(), -1
        for (words, casing, usage), sentence in zip(cased(layout), layout.sentences, strict=True):
            if not is_prose(words):
                found.tags += [NO_PROSE] * len(words)
                continue
            tags = tags_of(words, casing, usage)
            found.tags += tags
            cut = behind_dateline(layout, sentence, tags) if sentence.block != block else 0
            block = sentence.block
            found.phrases += phrases_of(words[:cut], tags[:cut], sentence.first)
            found.phrases += phrases_of(words[cut:], tags[cut:], sentence.first + cut)
            found.names += names_of(words, tags, casing, usage, sentence.first)
        return found.over(text, layout)


def cased(layout: Layout) -> Iterator[tuple[Sequence[str], Casing, Usage]]:
    """Yield the words of each sentence, how it uses capitals, and how the whole text does."""
    groups = [layout.words[s.first : s.last] for s in layout.sentences]
    casings = [casing_of(words) for words in groups]
    usage = Usage(zip(groups, casings, strict=True))
    for words, casing in zip(groups, casings, strict=True):
        yield words, casing, usage


def is_prose(words: Sequence[str]) -> bool:
    """Return whether a sentence says something, rather than a few words over and over.

    What is no prose has no phrases and no names, so that such a text costs little.
    """
    return len(words) < _LONG or len(set(words)) * _FEWEST > len(words)


def tags_of(words: Sequence[str], casing: Casing, usage: Usage) -> list[str]:
    """Return parts of speech, for verbs and auxiliaries with their form: "NOUN", "VERB-VBD"."""
    tags = model("pos").tag(shallow_parsing.pos_features(words, casing, usage))
    return with_mended_verbs(words, tags)


def behind_dateline(layout: Layout, sentence: Sentence, tags: Sequence[str]) -> int:
    """Return how many words of a sentence are its dateline, with the sign that ends it.

    A dateline is read apart: it is no subject of what follows.
    """
    tokens = range(sentence.first, sentence.last)
    spaced = [token > 0 and layout.starts[token] > layout.ends[token - 1] for token in tokens]
    parts = [tag.partition("-")[0] for tag in tags]
    words = layout.words[sentence.first : sentence.last]
    sign = sign_of_dateline(words, parts, spaced)
    return 0 if sign is None else behind_sign(words, sign)


def phrases_of(words: Sequence[str], tags: Sequence[str], offset: int) -> list[Phrase]:
    """Return the phrases of words that stand at an offset, with how they hang together."""
    runs = runs_of(words, tags) if words else []
    return relations.phrases_of(words, tags, runs, links_of(words, tags, runs), offset)


def runs_of(words: Sequence[str], tags: Sequence[str]) -> list[Run]:
    """Return base noun phrases and verb groups of a sentence."""
    labels = model("chunks").tag(shallow_parsing.chunk_features(words, tags))
    runs = shallow_parsing.parted_at_verbs(shallow_parsing.runs_of(labels), tags)
    return shallow_parsing.whole_at_hyphens(runs, words, tags)


def links_of(words: Sequence[str], tags: Sequence[str], runs: Sequence[Run]) -> list[Link]:
    """Return how the phrases of a sentence hang together."""
    labels = model("relations").tag(relations.features_of(words, tags, runs)) if runs else []
    return with_those_shot(words, tags, runs, relations.links_of(labels, runs))


def names_of(
    words: Sequence[str], tags: Sequence[str], casing: Casing, usage: Usage, offset: int
) -> Iterator[tuple[Phrase, Chances]]:
    """Yield names of a sentence, each with the probability of each kind."""
    tagger, windows = model("names"), names.windows_of(words)
    rows = names.features_of(words, tags, casing, usage, windows)
    for (start, _), features in zip(windows, rows, strict=True):
        for kind, first, last in shallow_parsing.runs_of(tagger.tag(features)):
            chances = {each: _chance(tagger, each, first, last) for each in names.KINDS}
            begin, end = offset + start + first, offset + start + last
            yield Phrase(kind, begin, end, end - 1), chances


def _chance(tagger: Tagger, kind: str, first: int, last: int) -> float:
    """Probability that the tokens, on average, are in a name of the kind."""
    marginals = (tagger.marginal(f"{m}-{kind}", p) for m in "BI" for p in range(first, last))
    return sum(marginals) / (last - first)


@lru_cache(maxsize=8)
def model(name: str) -> Tagger:
    """Return the tagger of `extract/models/NAME.crf`.

    Raises:
        FileNotFoundError: if no such model ships.
    """
    tagger = Tagger()
    tagger.open(str(FOLDER / f"{name}.crf"))
    return tagger
