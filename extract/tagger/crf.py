"""The tagger that ships: conditional random fields over words, then over phrases."""

from collections.abc import Iterator, Sequence

from extract.records import Block
from extract.syntax import Phrase, Syntax
from extract.tagger import chunks, names, pos, relations
from extract.tagger.casing import Casing, Usage, casing_of
from extract.tagger.layout import lay_out
from extract.tagger.models import model


class CrfTagger:
    """Parts of speech, then phrases and names on them, then how the phrases hang together."""

    def tag(self, text: str, blocks: Sequence[Block]) -> Syntax:
        """Read the blocks of the text."""
        layout = lay_out(text, blocks)
        groups = [layout.words[s.first : s.last] for s in layout.sentences]
        casings = [casing_of(words) for words in groups]
        usage = Usage(zip(groups, casings, strict=True))
        tags: list[str] = []
        phrases: list[Phrase] = []
        found: list[Phrase] = []
        chances: list[dict[str, float]] = []
        for sentence, words, casing in zip(layout.sentences, groups, casings, strict=True):
            fine = model("pos").tag(pos.features_of(words, casing, usage))
            tags += fine
            phrases += phrases_of(words, fine, sentence.first)
            for name, chance in names_of(words, fine, casing, usage, sentence.first):
                found.append(name)
                chances.append(chance)
        return Syntax(
            text,
            tuple(layout.starts),
            tuple(layout.ends),
            tuple(tag.partition("-")[0] for tag in tags),
            tuple(layout.sentences),
            tuple(phrases),
            tuple(found),
            tuple(tag.partition("-")[2] for tag in tags),
            tuple(chances),
        )


def phrases_of(words: Sequence[str], tags: Sequence[str], offset: int) -> list[Phrase]:
    """Base noun phrases and verb groups of a sentence; `offset` is the index of its first token."""
    labels = model("chunks").tag(chunks.features_of(words, tags))
    runs = chunks.whole_at_hyphens(chunks.runs_of(labels), words)
    if not runs:
        return []
    told = model("relations").tag(relations.features_of(words, tags, runs))
    roles = [relations.name_of(label, run[0]) for label, run in zip(told, runs, strict=True)]
    governors = relations.governors_of(told, runs)
    heads = [relations.head_of(tags, *run) for run in runs]
    doing = {governor for governor, role in zip(governors, roles, strict=True) if role == "subj"}
    phrases = []
    for place, (kind, first, last) in enumerate(runs):
        governor, head = governors[place], heads[place]
        hung_on = -1 if governor is None else offset + heads[governor]
        ends = offset + first, offset + last, offset + head
        if kind == "NP":
            phrases.append(Phrase(kind, *ends, roles[place], hung_on))
        else:
            voice = relations.voice_of(words, tags, first, head, acts=place in doing)
            phrases.append(Phrase(kind, *ends, voice, hung_on, roles[place]))
    return phrases


def names_of(
    words: Sequence[str], tags: Sequence[str], casing: Casing, usage: Usage, offset: int
) -> Iterator[tuple[Phrase, dict[str, float]]]:
    """Names of a sentence, each with the probability of each kind."""
    tagger = model("names")
    labels = tagger.tag(names.features_of(words, tags, casing, usage))
    for kind, first, last in chunks.runs_of(labels):
        phrase = Phrase(kind, offset + first, offset + last, offset + last - 1)
        chances = {
            each: sum(
                tagger.marginal(f"{mark}-{each}", place)
                for mark in "BI"
                for place in range(first, last)
            )
            / (last - first)
            for each in names.KINDS
        }
        yield phrase, chances
