"""The records of attributions, and of the sources gathered as they speak."""

from dataclasses import dataclass, field

from extract.attribution.source_kinds import kind_of
from extract.attribution.speakers import Speaker, SpeakerIndex
from extract.records import Source, Span


@dataclass(slots=True)
class _Known:
    ident: str
    speaker: Speaker
    mentions: dict[Span, str] = field(default_factory=dict)
    """Where the source is named, and in which words."""
    attributions: list[str] = field(default_factory=list)


class SourceCollector:
    """Every source so far, in the order in which they first spoke."""

    def __init__(self, speakers: SpeakerIndex) -> None:
        self._speakers = speakers
        self._known: dict[str, _Known] = {}

    def add(self, speaker: Speaker, span: Span, words: str, attribution: str) -> str:
        """Put an attribution to the speaker, named at the span; the id of the source."""
        known = self._known.get(speaker.key)
        if known is None:
            known = self._known[speaker.key] = _Known(f"s{len(self._known) + 1}", speaker)
        known.mentions.setdefault(span, words)
        known.attributions.append(attribution)
        return known.ident

    def sources(self) -> tuple[Source, ...]:
        """The records of all."""
        return tuple(self._record(known) for known in self._known.values())

    def _record(self, known: _Known) -> Source:
        speaker = known.speaker
        described = [speaker.name, *known.mentions.values(), *self._speakers.descriptions(speaker)]
        return Source(
            id=known.ident,
            name=speaker.name,
            kind=kind_of(described, speaker.head, speaker.entity),
            mentions=tuple(sorted(known.mentions)),
            entity=speaker.entity.id if speaker.entity else None,
            attributions=tuple(known.attributions),
        )
