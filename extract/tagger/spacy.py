"""Any spaCy pipeline as the tagger: what it tells is taken, the rest is left to the fields.

Tokens and sentences are ours, so that offsets, blocks and all steps above stay the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.lexicon import table
from extract.records import Block
from extract.tagger import crf, relations
from extract.tagger.layout import Chances, Findings, Layout, TaggerError, lay_out
from extract.tagger.relations import Link
from extract.tagger.shallow_parsing import Run

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token


def load(name: str) -> "SpacyTagger":
    """Return the tagger that stands on an installed pipeline, or one in a folder.

    Raises:
        TaggerError: if spaCy or the pipeline is not installed.
    """
    try:
        import spacy  # an extra that takes a second to import
    except ImportError:
        raise TaggerError(
            "spaCy is not installed", name, "install it with: pip install 'dateline[spacy]'"
        ) from None
    try:
        return SpacyTagger(spacy.load(name))
    except OSError:
        raise TaggerError(
            "no such spaCy pipeline is installed",
            name,
            f"install it with: python -m spacy download {name}",
        ) from None


class SpacyTagger:
    """Takes parts of speech, dependencies and names from a pipeline, as far as it has them."""

    def __init__(self, pipeline: "Language") -> None:
        self.pipeline = pipeline
        self._finds_names = any(
            "doc.ents" in pipeline.get_pipe_meta(name).assigns for name in pipeline.pipe_names
        )

    def tag(self, text: str, blocks: Sequence[Block]) -> Syntax:
        """Return tokens, sentences, parts of speech, phrases and names of the blocks of a text."""
        layout = lay_out(text, blocks)
        found = Findings()
        spans = self._sentences(layout)
        for (words, casing, usage), sentence, span in zip(
            crf.cased(layout), layout.sentences, spans, strict=True
        ):
            tags = _tags_of(span) or crf.tags_of(words, casing, usage)
            found.tags += tags
            runs = crf.runs_of(words, tags)
            parsed = span.doc.has_annotation("DEP")
            links = _links_of(span, runs) if parsed else crf.links_of(words, tags, runs)
            found.phrases += relations.phrases_of(words, tags, runs, links, sentence.first)
            if self._finds_names:
                found.names += _names_of(span, sentence.first)
            else:
                found.names += crf.names_of(words, tags, casing, usage, sentence.first)
        return found.over(text, layout)

    def _sentences(self, layout: Layout) -> Iterator["Span"]:
        """Each sentence as the pipeline has read it, in the context of its block."""
        groups = [list(group) for _, group in groupby(layout.sentences, key=lambda s: s.block)]
        docs = self.pipeline.pipe([self._doc(layout, group) for group in groups])
        for group, doc in zip(groups, docs, strict=True):
            for sentence in group:
                yield doc[sentence.first - group[0].first : sentence.last - group[0].first]

    def _doc(self, layout: Layout, sentences: Sequence[Sentence]) -> "Doc":
        from spacy.tokens import Doc  # an extra that takes a second to import

        first, last = sentences[0].first, sentences[-1].last
        opening = {sentence.first for sentence in sentences}
        following = [*layout.starts[first + 1 : last], -1]
        return Doc(
            self.pipeline.vocab,
            words=layout.words[first:last],
            spaces=[a != b for a, b in zip(layout.ends[first:last], following, strict=True)],
            sent_starts=[token in opening for token in range(first, last)],
        )


def _tags_of(span: "Span") -> list[str]:
    """Fine tags, or nothing where the pipeline tells no parts of speech."""
    if not span.doc.has_annotation("POS"):
        return []
    return [
        f"{token.pos_}-{token.tag_}" if token.pos_ in ("VERB", "AUX") else token.pos_ or "X"
        for token in span
    ]


def _names_of(span: "Span", offset: int) -> Iterator[tuple[Phrase, Chances]]:
    """The entities of a sentence that are names, held for certain."""
    kinds = table("schemes")["name"]
    for entity in span.ents:
        if entity.label_ in kinds:
            kind = kinds[entity.label_]
            first, last = offset + entity.start - span.start, offset + entity.end - span.start
            yield Phrase(kind, first, last, last - 1), {kind: 1.0}


def _links_of(span: "Span", runs: Sequence[Run]) -> list[Link]:
    """How the phrases hang together by the pipeline's parser."""
    owner = {token: place for place, run in enumerate(runs) for token in range(run[1], run[2])}
    return [_link(span, runs, owner, place) for place in range(len(runs))]


def _link(span: "Span", runs: Sequence[Run], owner: Mapping[int, int], place: int) -> Link:
    kind, first, last = runs[place]
    top = next(token for token in span[first:last] if _leaves(token, span, first, last))
    governor = next(
        (owner[up.i - span.start] for up in top.ancestors if up.i - span.start in owner), None
    )
    relation = table("schemes")["phrase" if kind == "NP" else "clause"].get(top.dep_, "")
    if relation == "oblique":
        relation = "nmod" if governor is not None and runs[governor][0] == "NP" else "obl"
    return relation, governor


def _leaves(token: "Token", span: "Span", first: int, last: int) -> bool:
    """Whether the head of a token of a phrase is outside of it, or is none."""
    return not first <= token.head.i - span.start < last or token.head.i == token.i
