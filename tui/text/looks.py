"""The bits that say what a character of the text looks like; the palette turns them into styles."""

from enum import IntFlag


class Look(IntFlag):
    """One reason for a character to look other than plain text."""

    TITLE = 1
    STANDFIRST = 2
    HEADING = 4
    QUOTATION = 8
    DATE = 16
    PLACE = 32
    GROUP = 64
    ORG = 128
    MEDIA = 256
    PERSON = 512
    EVENT = 1024
    FIGURE = 2048
    SKIPPED = 4096
    REJECTED = 8192
    ACCEPTED = 16384
    """Accepted, corrected or added by hand."""
    ECHO = 32768
    """Another place of the item under the cursor."""
    CHOSEN = 65536
    FOUND = 131072
    CURSOR = 262144
    FOUND_HERE = 524288


KINDS = (
    Look.DATE
    | Look.PLACE
    | Look.GROUP
    | Look.ORG
    | Look.MEDIA
    | Look.PERSON
    | Look.EVENT
    | Look.FIGURE
)
