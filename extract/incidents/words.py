"""Words that tell incidents apart or sum several up, compiled."""

import re

from extract.doc.morphology import noun_forms
from extract.lexicon import cached, table


@cached
def apart_words() -> re.Pattern[str]:
    """Return what tells that another incident follows: "elsewhere", "in a separate attack"."""
    lists, events = table("incidents")["another_incident"], table("coreference")["apart"]
    before = _any([*events["others"], *lists["before"]])
    alone = _any([*events["alone"], *lists["alone"]])
    nouns = _any(form for noun in lists["noun"] for form in noun_forms(noun))
    return re.compile(rf"\b(?:{alone}|{before}(?: \w+)? {nouns})\b", re.IGNORECASE)


@cached
def same_day_words() -> re.Pattern[str]:
    """Return what tells that something was on the day of what was told before: "hours later"."""
    return re.compile(rf"\b{_any(table('incidents')['same_day']['phrases'])}\b", re.IGNORECASE)


@cached
def other_hour_words() -> re.Pattern[str]:
    """Return what opens a sentence on another hour of the day: "Earlier on Friday"."""
    return re.compile(rf"{_any(table('incidents')['same_day']['opening'])}\b", re.IGNORECASE)


@cached
def care_words() -> re.Pattern[str]:
    """Return what tells that somebody was cared for before dying: "of his wounds"."""
    return re.compile(rf"\b{_any(table('incidents')['care']['phrases'])}\b", re.IGNORECASE)


@cached
def toll_words() -> re.Pattern[str]:
    """Return the words for how many an attack killed or wounded: "the death toll"."""
    lists = table("outcomes")["toll"]
    return re.compile(rf"\b{_any(word for words in lists.values() for word in words)}\b", re.I)


@cached
def sum_words() -> re.Pattern[str]:
    """Return what tells that a number sums up over many incidents: "in the past two months"."""
    lists = table("incidents")["sum"]
    units = _any(form for unit in lists["unit"] for form in noun_forms(unit))
    span = rf"{_any(lists['over'])} the {_any(lists['span'])} (?:\w+ )?{units}"
    return re.compile(rf"\b(?:{_any(lists['phrases'])}|{span})\b", re.IGNORECASE)


def sums_up(text: str, start: int, end: int) -> bool:
    """Return whether a sentence counts over many incidents: "a war that has left 900 dead in
    nine years", but not "the worst attack in nine years"."""
    if sum_words().search(text, start, end) or _totals().search(text, start, end):
        return True
    found = _years().search(text, start, end)
    return found is not None and _most().search(text, start, end) is None


@cached
def _totals() -> re.Pattern[str]:
    """ "In total, nine people have been killed in the town this week"."""
    lists = table("incidents")["sum"]
    return re.compile(
        rf"\b{_any(lists['total'])}\b[^.;\n]*\b{_any(lists['time'])}\b", re.IGNORECASE
    )


@cached
def _years() -> re.Pattern[str]:
    """ "in 9 years", "over the course of three months"."""
    lists = table("incidents")["sum"]
    units = _any(form for unit in lists["long"] for form in noun_forms(unit))
    return re.compile(rf"\b{_any(lists['over'])} (?:\w+ ){{1,2}}{units}\b", re.IGNORECASE)


@cached
def _most() -> re.Pattern[str]:
    """Words that set one incident above many: "the deadliest"."""
    return re.compile(rf"\b{_any(table('incidents')['sum']['most'])}\b", re.IGNORECASE)


@cached
def joint_words() -> re.Pattern[str]:
    """Return what tells that several incidents are meant: "both bombings", "separate attacks"."""
    nouns = _any(
        form
        for noun in table("incidents")["another_incident"]["noun"]
        for form in noun_forms(noun)
        if form != noun
    )
    return re.compile(
        rf"\b{_any(table('incidents')['joint']['before'])} (?:\w+[ -]){{0,2}}{nouns}\b",
        re.IGNORECASE,
    )


def _any(words: object) -> str:
    return "(?:" + "|".join(re.escape(str(word)) for word in words) + ")"  # type: ignore[attr-defined]
