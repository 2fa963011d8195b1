"""What a vague number stands for, by the profile of a project that codes it."""

from typing import Any

from extract.lexicon import table

PROFILES = ("literal", "acled", "gtd")
"""Ordinary reading; the ACLED codebook; the Global Terrorism Database codebook."""

Bounds = tuple[float | None, float | None]


def bounds(word: str, profile: str = "literal") -> Bounds:
    """Lowest and highest number that a vague word stands for; none where the profile has none.

    "several hundred" is several times a hundred.

    Raises:
        KeyError: if the word is not in the lexicon, or the profile is not one of `PROFILES`.
    """
    if profile not in PROFILES:
        raise KeyError(profile)
    folded = " ".join(word.lower().split())
    entries = _entries()
    if folded in entries:
        return _pair(entries[folded][profile])
    base, _, scale = folded.rpartition(" ")
    lists = table("numbers")
    factor = {**lists["scales"], **lists["groups"]}[scale]
    low, high = _pair(entries[base][profile])
    return (low and low * factor), (high and high * factor)


def _entries() -> dict[str, dict[str, Any]]:
    vague = table("numbers")["vague"]
    return {**vague["quantifiers"], **vague["sizes"]}


def _pair(values: list[float]) -> Bounds:
    low = values[0] if values else None
    high = values[1] if len(values) > 1 else None
    return low, high
