"""What the screens that ask are asked for; apart from them, so that they load when needed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen."""

    id: str
    words: str
    remark: str = ""
    """What stands behind it, such as its keys."""
    group: str = ""
    """What it belongs to; told where a group begins."""
