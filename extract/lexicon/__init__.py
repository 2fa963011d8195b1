"""Word lists as data: one TOML file a subject, each entry with its class.

A user's own lists, in the folder `lexicon/` of a library, are added to the ones that ship: tables
are merged key by key, lists are joined. A `Lexicon` holds the lists of one reader and all that is
made of them, so that two readers with different lists never touch each other.
"""

from extract.lexicon.lists import Lexicon, LexiconError
from extract.lexicon.using import cached, cached_by, lexicon_of, shipped, table, using

__all__ = [
    "Lexicon",
    "LexiconError",
    "cached",
    "cached_by",
    "lexicon_of",
    "shipped",
    "table",
    "using",
]
