"""Putting a text together block by block, with the offsets of each."""

from dataclasses import dataclass, field

from extract.records import Block, BlockKind

_GAP = "\n\n"


@dataclass(slots=True)
class TextBuilder:
    """Plain text so far, and where each block stands in it."""

    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0

    @property
    def begun(self) -> bool:
        """Whether there is a block already."""
        return bool(self._blocks)

    def add(self, kind: BlockKind, words: str, level: int = 0) -> None:
        """Put a block at the end, an empty line before it; one without words is left out."""
        words = words.strip()
        if not words:
            return
        if self._blocks:
            self._append(_GAP)
        start = self._length
        self._append(words)
        self._blocks.append(Block(kind, start, self._length, level))

    def done(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        return "".join(self._parts), tuple(self._blocks)

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
