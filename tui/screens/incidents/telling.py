"""What the screen of an incident says of it, and of the claim under the cursor."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.accounts import AccountKey
from store.incidents.accounts import Claim
from store.incidents.rows import IncidentRow, Joined
from store.incidents.values import Column
from store.incidents.view import AccountView, IncidentView
from store.incidents.wording import heading, told, type_told
from store.items import Standing
from store.wording import day, filled
from tui.text.lines import wrapped
from tui.text.words import Words

_AIR = Words("  ")
_JOINED = {
    Joined.SINGLE: "",
    Joined.UNDECIDED: "joined by the machine",
    Joined.TOGETHER: "joined by hand",
}


def title(row: IncidentRow) -> str:
    """Return what an incident is called: "Attack · Oshkara · 18 Mar 2025"."""
    parts = (type_told(row.values), row.values.place, told(Column.DAY, row.values.day))
    return " · ".join(filled(*parts)) or "nothing is left of it"


def file_name(row: IncidentRow) -> str:
    """Return what a file on an incident may be called: "2025-03-18-oshkara-attack"."""
    days = row.values.day
    words = f"{days.first or days.last if days else ''} {row.values.place} {type_told(row.values)}"
    plain = re.findall(r"\w+", words.casefold())
    return "-".join(plain)[:60] or row.id


def origins(view: IncidentView) -> list[str]:
    """Return in how many reports an incident is, and how they were joined; long and short."""
    row = view.row
    number = len(row.reports)
    reports = f"{number} report{'s' * (number != 1)}"
    copies = f"{reports}, {row.origins} origin{'s' * (row.origins != 1)}"
    known = copies if view.copies else reports
    return [" · ".join(filled(known, _JOINED[row.joined])), reports]


def standing(row: IncidentRow) -> str:
    """Return what was decided, for the right end of the headline."""
    marks = [
        f"{row.decided}/{len(row.accounts)} accepted",
        "✍" if row.note else "",
        "⚑" if row.flag else "",
        f"{row.lost} lost" if row.lost else "",
    ]
    return " · ".join(filled(*marks))


def detail(
    view: IncidentView, claim: Claim, column: Column, cells: int, rows: int
) -> list[list[Words]]:
    """Return who says it, the sentence with the words in question, and why it is one of these."""
    below = [*_remarks(view, claim, cells)][: max(0, rows - 3)]
    words = claim.quotes.get(column, claim.quote).exact
    sentence = _marked(claim.words, " ".join(words.split()), max(1, cells - 4))
    room = max(1, rows - 1 - len(below))
    return [[_AIR, *_speaker(claim)], *sentence[:room], *below]


def _speaker(claim: Claim) -> Iterator[Words]:
    who = claim.source or "The report itself"
    kind = claim.source_kind if claim.source else ""
    yield Words(who, "foreground", "bold")
    about = ", ".join(filled(kind if kind != "unknown" else "", claim.grade))
    yield Words(f" ({about})" if about else "", "ink-muted")
    published = f", {day(claim.published)}" if claim.published else ""
    yield Words(f" in {claim.publisher}{published}", "ink-muted")
    for charge in claim.charges:
        yield Words(f" · {charge.name}: {charge.stance}", "sign-alert")


def _marked(text: str, words: str, cells: int) -> list[list[Words]]:
    """A sentence on rows, with some of its words marked."""
    start = text.find(words) if words else -1
    end = start + len(words)
    found = []
    for first, last in wrapped(text, 0, len(text), cells):
        cuts = [first, *(min(max(at, first), last) for at in (start, end) if start >= 0), last]
        parts = [text[a:b] for a, b in pairwise(cuts)]
        row = [_AIR, Words(parts[0])]
        if len(parts) == 3:
            row += [Words(parts[1], "mark-figure", "bold underline"), Words(parts[2])]
        found.append(row)
    return found


def _remarks(view: IncidentView, claim: Claim, cells: int) -> Iterator[list[Words]]:
    account = _account(view, claim.account)
    lines = [*_joined(view, claim.account)]
    copies = [one for one in view.copies if claim.account.report in one]
    lines += [f"{len(one)} reports carry the same text: one origin" for one in copies]
    if account is not None and account.standing is not Standing.FIRM:
        lines.append("its words have changed: see whether it is still this account")
    if account is not None:
        lines += [word for word in ("background", "aggregate") if getattr(account.summary, word)]
    for line in lines:
        for first, last in wrapped(line, 0, len(line), max(1, cells - 4)):
            yield [_AIR, Words(line[first:last], "ink-muted")]
    row = view.row
    left = " · ".join(filled(row.note, ", ".join(f"#{one}" for one in row.tags)))
    if left:
        yield [_AIR, Words(f"✍ {left}", "sign-alert")]


def _joined(view: IncidentView, key: AccountKey) -> Iterator[str]:
    """Why an account is one of these."""
    whys = [link.why for link in view.links if key in (link.one, link.other) and link.why]
    if whys:
        yield f"one incident: {whys[0]}"


def _account(view: IncidentView, key: AccountKey) -> AccountView | None:
    return next((one for one in view.accounts if one.key == key), None)


def plot_title(column: Column, number: int) -> list[Words]:
    """Return what a plot is of."""
    some = "" if number else ": nobody gives a number"
    return [_AIR, Words(f"{heading(column)} by day of publication{some}", "ink-muted")]


def legend(names: Sequence[tuple[str, str, str]], cells: int) -> list[Words]:
    """Return marks, inks and names in a row, as many as have room."""
    row: list[Words] = [_AIR]
    left = cells - 2
    for mark, ink, name in names:
        left -= len(name) + 4
        if left < 0:
            break
        row += [Words(mark, ink, "bold"), Words(f" {name}  ", "ink-muted")]
    return row
