"""Findings joined: who stands behind a figure or event, and to what, when and where it belongs.

Imports nothing but the records, the document, the word lists and the figures.
"""

from extract.links.cues import ANYONE, class_of, is_anyone, is_broad, is_told_besides
from extract.links.same import same_people
from extract.links.step import link
from extract.links.victims import Victims, victims

__all__ = [
    "ANYONE",
    "Victims",
    "class_of",
    "is_anyone",
    "is_broad",
    "is_told_besides",
    "link",
    "same_people",
    "victims",
]
