"""Words with the name of their colour."""

from typing import NamedTuple


class Words(NamedTuple):
    """A stretch of text that looks the same throughout."""

    text: str
    ink: str = "foreground"
    """A colour of the theme."""
    shape: str = ""
    """ "bold", "underline" or the like, in addition to the colour."""
    yields: bool = False
    """It is cut before other words are, where a row has no room for all."""


NO_WORDS = Words("")
