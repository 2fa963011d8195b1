"""What a tagger has found, gathered sentence by sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.doc.syntax import Phrase, Syntax
from extract.tagger.layout import Layout

Chances = Mapping[str, float]
"""Probability of each kind of name."""


@dataclass
class Findings:
    """Tags, phrases and names, in the order of the text."""

    tags: list[str] = field(default_factory=list)
    """Fine tag of each token: part of speech, for verbs and auxiliaries with a hyphen and form."""
    phrases: list[Phrase] = field(default_factory=list)
    names: list[tuple[Phrase, Chances]] = field(default_factory=list)

    def over(self, text: str, layout: Layout) -> Syntax:
        """The findings and the layout that they are of, as one."""
        parted = [tag.partition("-") for tag in self.tags]
        return Syntax(
            text,
            tuple(layout.starts),
            tuple(layout.ends),
            tuple(pos for pos, _, _ in parted),
            tuple(layout.sentences),
            tuple(self.phrases),
            tuple(name for name, _ in self.names),
            tuple(form for _, _, form in parted),
            tuple(chances for _, chances in self.names),
        )
