"""Accounts found again: in a text that has changed, under another name, or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.accounts import AccountKey
from store.incidents.accounts import Account, ReportAccounts, ReportSummary
from store.incidents.kept import Anchor, short_digest
from store.items import Quote, Standing
from store.plainfiles import NOTES_FOLDER

_CONTEXT_SHARE = 0.5
"""Least share of the kept context that must stand around the same words elsewhere, as for items."""


@dataclass(slots=True)
class Followed:
    """Where the accounts of one file are now."""

    keys: dict[str, AccountKey] = field(default_factory=dict)
    """By the id of the anchor; those that are not found have none."""
    standing: dict[str, Standing] = field(default_factory=dict)
    moved: dict[str, Anchor] = field(default_factory=dict)
    """Anchors that are to be written anew, since what they name has changed."""


class ReportNames:
    """The names by which files know reports: their paths from the folder that holds `.dateline`.

    So an incident is the same whether its folder or one above is opened.
    """

    def __init__(self, folder: Path, home: Path) -> None:
        """Name the reports of a folder whose notes are in the folder `home`."""
        inside = home.name == NOTES_FOLDER and folder.is_relative_to(home.parent)
        below = folder.relative_to(home.parent).as_posix() if inside else "."
        self._below = "" if below == "." else f"{below}/"
        self.mark = f"-{short_digest('f', os.fspath(folder))}" if self._below else ""
        """What tells apart what is derived of this folder from that of the one above."""

    def name_of(self, key: str) -> str:
        """Return the name of the report of a key."""
        return f"{self._below}{key}"

    def key_of(self, name: str) -> str | None:
        """Return the key of a report; none for one outside the folder."""
        return name.removeprefix(self._below) if name.startswith(self._below) else None


class Reports:
    """The reports of a library, looked up by what anchors say of them."""

    def __init__(
        self,
        summaries: Iterable[ReportSummary],
        whole: Callable[[str], ReportAccounts | None],
        names: ReportNames,
    ) -> None:
        """`whole` returns all that is known of a report, by its key."""
        self._whole = whole
        self._key_of = names.key_of
        self._name_of = names.name_of
        self._summaries: dict[str, ReportSummary] = {}
        self._items: dict[str, set[str]] = {}
        self._by_text: dict[str, str] = {}
        self._by_title: dict[tuple[str, object], str] = {}
        for one in summaries:
            self.take(one)

    def take(self, summary: ReportSummary) -> None:
        """Take over a report as it is now."""
        self._summaries[summary.key] = summary
        self._items[summary.key] = {account.item for account in summary.accounts}
        self._by_text.setdefault(summary.sha256, summary.key)
        self._by_title.setdefault((summary.title, summary.published), summary.key)

    def find(self, anchors: Mapping[str, Anchor]) -> Followed:
        """Return where accounts are now, by the ids of their anchors."""
        found = Followed()
        for ident, anchor in anchors.items():
            if self._key_of(anchor.report) is None:
                continue
            key, account, standing = self._find(anchor)
            found.standing[ident] = standing
            if key is None or account is None:
                continue
            found.keys[ident] = AccountKey(key, account)
            if standing is not Standing.FIRM or self._name_of(key) != anchor.report:
                found.moved[ident] = self.anchor(found.keys[ident]) or anchor
        return found

    def anchor(self, key: AccountKey) -> Anchor | None:
        """Return an account named so that it is found again; none where it cannot be looked at."""
        summary, whole = self._summaries.get(key.report), self._whole(key.report)
        account = whole.account(key.incident) if whole else None
        if summary is None or account is None:
            return None
        line = next((one.line for one in summary.accounts if one.item == key.incident), "")
        return Anchor(
            self._name_of(key.report),
            key.incident,
            summary.sha256,
            account.quotes,
            line,
            summary.title,
            summary.published,
        )

    def _find(self, anchor: Anchor) -> tuple[str | None, str | None, Standing]:
        key = self._report(anchor)
        if key is None:
            return None, None, Standing.ORPHAN
        if self._summaries[key].sha256 == anchor.sha256 and anchor.item in self._items[key]:
            return key, anchor.item, Standing.FIRM
        whole = self._whole(key)
        same = self._summaries[key].sha256 == anchor.sha256
        account, standing = _most_like(anchor, whole.accounts if whole else (), same)
        return key, account, standing

    def _report(self, anchor: Anchor) -> str | None:
        """The report of the anchor's name, or else of its text, or of its title and day."""
        key = self._key_of(anchor.report)
        if key is not None and key in self._summaries:
            return key
        titled = self._by_title.get((anchor.title, anchor.published)) if anchor.title else None
        return self._by_text.get(anchor.sha256) or titled


def _most_like(
    anchor: Anchor, accounts: Sequence[Account], same_text: bool
) -> tuple[str | None, Standing]:
    """The account that stands on the most of an anchor's words, and how surely it is the same."""
    ranked = sorted(_ranked(anchor, accounts, same_text), reverse=True)
    if not ranked:
        return None, Standing.ORPHAN
    sure, _, _, item = ranked[0]
    alone = len(ranked) == 1 or ranked[0][:2] > ranked[1][:2]
    firm = same_text and sure
    if not alone or not sure:
        return item, Standing.UNCERTAIN
    return item, Standing.FIRM if firm else Standing.MOVED


def _ranked(
    anchor: Anchor, accounts: Sequence[Account], same_text: bool
) -> Iterator[tuple[int, float, bool, str]]:
    """How many words of an anchor each account has in their context, and about how many."""
    for account in accounts:
        shares = [_best(quote, account.quotes, same_text) for quote in anchor.quotes]
        sure = sum(share >= _CONTEXT_SHARE for share in shares)
        if sum(shares) > 0:
            yield sure, sum(shares), account.item == anchor.item, account.item


def _best(quote: Quote, others: Sequence[Quote], same_text: bool) -> float:
    if same_text:
        return float(any(quote.span.overlaps(one.span) for one in others))
    return max((_likeness(quote, one) for one in others if one.exact == quote.exact), default=0.0)


def _likeness(one: Quote, other: Quote) -> float:
    """The share of the context that both have around the same words; a little without any."""
    kept = _shared(one.prefix[::-1], other.prefix[::-1]) + _shared(one.suffix, other.suffix)
    return max(0.1, kept / max(1, len(one.prefix) + len(one.suffix)))


def _shared(first: str, second: str) -> int:
    number = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        number += 1
    return number


def told(found: Followed, anchors: Mapping[str, Anchor]) -> Iterator[str]:
    """Return a line for each account that is not found, or not surely."""
    for ident, anchor in anchors.items():
        standing = found.standing.get(ident)
        what = f"{anchor.report}: the account '{anchor.line or anchor.quotes[0].exact}'"
        if standing is Standing.ORPHAN:
            yield f"{what} is gone; what was decided on it is kept"
        elif standing is Standing.UNCERTAIN:
            yield f"{what} was found by some of its words alone; look it over"
