"""An attribution as the rules find it, in tokens, before anyone is identified."""

from dataclasses import dataclass

from extract.attribution.page import Run


@dataclass(slots=True)
class Draft:
    """S says that C, in tokens."""

    cue: Run
    contents: list[Run]
    stance: str
    source: Run | None = None
    via: Run | None = None
    evidence: bool = False
    """A thing may be its source, and then says nothing: "the sanctions show that"."""
    inherited: bool = False
    frame: str = ""
    """Which construction found it."""
