"""Where "shot", "shoots", "kill", "leave" and "set" are verbs though the tagger sees none.

The treebanks know "shot" from sport and film, and few headings; reports tell of people who were
shot, and open with "Gunmen kill 11 villagers" and "Twin attacks leave dozens dead".
"""

from collections.abc import Sequence

from extract.lexicon import table
from extract.tagger.casing import folded
from extract.tagger.relations import Link
from extract.tagger.shallow_parsing import Run

_PAST, _PARTICIPLE, _PRESENT, _BASE = "VERB-VBD", "VERB-VBN", "VERB-VBZ", "VERB-VBP"
_NAMING = frozenset({"NOUN", "PROPN"})
_COUNTING = frozenset({"DET", "NUM"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADV", "ADJ"})
_VERBAL = frozenset({_PAST, "VERB-VB", "VERB-VBP"})
"""What the tagger takes it for where it is a participle."""
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
"""What stands before "shot" where it is a noun."""
_ADVERB = "ADV"
_OLD = "old"
_AT = "at"
_REACH = 3
"""Words between an auxiliary and its participle, and between "leave" and how people are left."""


def _lists() -> dict[str, list[str]]:
    """The words that are looked at, and those beside them."""
    lists: dict[str, list[str]] = table("tokens")["mended_verbs"]
    return lists


def with_mended_verbs(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Return the tags, such words verbs where their neighbours say so: "Police shot dead a man",
    "was shot", "attacks leave dozens dead", "rioters set fire to"."""
    lists = _lists()
    found = list(tags)
    lows = [folded(word) for word in words]
    for place, low in enumerate(lows):
        if tags[place] in _NOMINAL or tags[place] in _VERBAL:
            if low in lists["verb"]:
                found[place] = _shot(place, lows, found) or found[place]
            elif low in lists["present"] and _has_doer(place, lows, found):
                found[place] = _PRESENT
            elif low in lists["base"] and _stands_between(place, found):
                found[place] = _BASE
            elif low in lists["leave"] or low in lists["leaves"]:
                _mend_leaving(place, lows, found)
        if low in lists["set"]:
            _mend_setting(place, lows, found)
    return found


def _mend_setting(place: int, lows: Sequence[str], tags: list[str]) -> None:
    """Make "set" between a noun and "fire" a verb, and "ablaze" part of it: "Men set fire to"."""
    lists = _lists()
    if not place or place + 1 == len(lows) or lows[place + 1] not in lists["alight"]:
        return
    if tags[place - 1] in _NAMING:
        tags[place] = _PAST
    if lows[place + 1] in lists["ablaze"]:
        tags[place + 1] = _PARTICIPLE


def _mend_leaving(place: int, lows: Sequence[str], tags: list[str]) -> None:
    """Make "leave" the verb of a heading, and an act before it a noun: "Twin attacks leave dozens
    dead"."""
    lists = _lists()
    behind = range(place + 2, min(place + 2 + _REACH, len(lows)))
    result = next((at for at in behind if lows[at] in lists["left"]), None)
    if not place or result is None or tags[place - 1] not in (*_NAMING, _PRESENT, "ADJ"):
        return
    if any(tags[at].startswith("VERB") or tags[at] == "ADP" for at in range(place + 1, result)):
        return
    tags[place] = _BASE if lows[place] in lists["leave"] else _PRESENT
    if tags[place - 1] == _PRESENT:
        tags[place - 1] = "NOUN"


def _stands_between(place: int, tags: Sequence[str]) -> bool:
    """Whether a noun stands before and a number or article behind: "Gunmen kill 11 villagers"."""
    before, behind = tags[max(place - 1, 0) : place], tags[place + 1 : place + 2]
    return bool(before and behind) and before[0] in _NAMING and behind[0] in _COUNTING


def _shot(place: int, lows: Sequence[str], tags: Sequence[str]) -> str | None:
    """The tag of "shot" as a verb; none where it may be a noun."""
    if _is_undergone(place, lows, tags):
        return _PARTICIPLE
    if tags[place] in _VERBAL or (place and _is_noun_there(place, lows, tags)):
        return None
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if after in ("and", ",") and tags[place + 2 : place + 3] in ([_PAST], [_PARTICIPLE]):
        return tags[place + 2]
    return _by_result(place, lows, after) or _by_victim(place, lows, after)


def _by_result(place: int, lows: Sequence[str], after: str) -> str | None:
    """From what came of it, or whom it was meant for: "shot dead", "shot to death", "shot at"."""
    lists = _lists()
    if after in lists["result"] or (place and after == _AT):
        return _PAST
    return _PARTICIPLE if " ".join(lows[place + 1 : place + 3]) in lists["fatally"] else None


def _by_victim(place: int, lows: Sequence[str], after: str) -> str | None:
    """From who stands before it, and what behind: "teen shot himself", "teen shot in mall"."""
    lists = _lists()
    if not _is_victim(place - 1, lows) and not _is_aside(place - 1, lows):
        return None
    if after in lists["whom"]:
        return _PAST
    return _PARTICIPLE if not after or after in lists["behind"] else None


def _is_undergone(place: int, lows: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether an auxiliary stands before, adverbs at most between: "was fatally shot"."""
    lists = _lists()
    before = place - 1
    while before >= max(0, place - _REACH) and tags[before] == _ADVERB:
        before -= 1
    return before >= 0 and lows[before] in lists["auxiliary"]


def _is_noun_there(place: int, lows: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether the word before belongs to a noun: "a shot", "the first shot", "his shot"."""
    if _is_victim(place - 1, lows):
        return False
    return tags[place - 1] in _BEFORE_NOUN or lows[place - 1] in _lists()["own"]


def _is_victim(place: int, lows: Sequence[str]) -> bool:
    """Whether somebody stands there who may be shot: "teen", "12-year-old", "who"."""
    if place < 0:
        return False
    low = lows[place]
    return low in _lists()["victim"] or low.rpartition("-")[2] == _OLD


def _is_aside(place: int, lows: Sequence[str]) -> bool:
    """Whether an age between commas stands there: "Mark Tully, 14, shot himself"."""
    return place > 1 and lows[place] == "," and lows[place - 1].isdigit() and lows[place - 2] == ","


def _has_doer(place: int, lows: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether somebody stands before and who was hit behind: "Teen shoots brother"."""
    before = place - 1
    while before > 0 and tags[before] == _ADVERB:
        before -= 1
    return _is_victim(before, lows)


def with_those_shot(
    words: Sequence[str], tags: Sequence[str], runs: Sequence[Run], links: Sequence[Link]
) -> list[Link]:
    """Return the links, the subject of a bare participle one that undergoes it:
    "Teen shot in mall"."""
    shot = _lists()["verb"]
    bare = {
        place
        for place, (kind, first, last) in enumerate(runs)
        if kind == "VG" and tags[last - 1] == _PARTICIPLE and folded(words[last - 1]) in shot
        if not any(tag.startswith("AUX") for tag in tags[first:last])
    }
    doing = {governor for relation, governor in links if relation == "obj"}
    return [
        ("subjpass", governor)
        if relation == "subj" and governor in bare - doing
        else (relation, governor)
        for relation, governor in links
    ]
