"""Items of lists: the sign that one begins with is no word of it."""

import re

from extract.records import Block
from extract.vocabulary import BlockKind

_MARK = re.compile(r"[\s•‣⁃◦▪▫●○■□►▶➤✓✔·*+\-–—]*(?:\(?\d{1,3}[.)]\s+)?")


def words_start(text: str, block: Block) -> int:
    """Return where the words of a block begin: of an item of a list behind its bullet or number,
    unless nothing stands there."""
    if block.kind is not BlockKind.LIST_ITEM:
        return block.start
    mark = _MARK.match(text, block.start, block.end)
    return mark.end() if mark and mark.end() < block.end else block.start
