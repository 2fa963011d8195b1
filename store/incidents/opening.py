"""One incident opened: its accounts and claims, what joins them, and what was decided."""

from collections.abc import Iterable, Iterator, Sequence

from extract.accounts import AccountKey, Joined
from store.incidents.account_index import AccountIndex
from store.incidents.assembling import Assembler
from store.incidents.folder import IncidentFolder
from store.incidents.kept import Anchor, Verdict
from store.incidents.rows import IncidentRow
from store.incidents.view import AccountView, IncidentView
from store.items import Standing


class Opener:
    """Opens incidents of what is remembered and kept."""

    def __init__(self, index: AccountIndex, folder: IncidentFolder, assembler: Assembler) -> None:
        self._index = index
        self._folder = folder
        self._assembler = assembler

    def view(self, row: IncidentRow, files: Sequence[str], joined: Joined | None) -> IncidentView:
        """Return an incident with all its accounts and claims, as its files have decided on it."""
        kept = [self._folder.files[one].kept for one in files]
        steps = sorted((step for one in kept for step in one.steps), key=lambda step: step.at)
        return IncidentView(
            row,
            tuple(self._views(row.accounts, files)),
            joined.links if joined else (),
            self._assembler.adopted(files),
            self._apart(row),
            tuple(self._lost(files)),
            tuple(steps),
        )

    def _lost(self, files: Iterable[str]) -> Iterator[Anchor]:
        for ident in files:
            kept, standing = self._folder.files[ident].kept, self._folder.followed[ident].standing
            for member in kept.about.members:
                if standing.get(member) is Standing.ORPHAN:
                    yield kept.anchors[member]

    def _views(self, keys: Sequence[AccountKey], files: Iterable[str]) -> Iterator[AccountView]:
        standing = {
            key: followed.standing[ident]
            for followed in (self._folder.followed[one] for one in files)
            for ident, key in followed.keys.items()
        }
        for key, told in zip(keys, self._assembler.told(keys), strict=True):
            whole = self._index.whole(key.report)
            account = whole.account(key.incident) if whole else None
            claims = account.claims if account else ()
            how_sure = standing.get(key, Standing.FIRM)
            yield AccountView(key, told.report, told.account, claims, told.origin, how_sure)

    def _apart(self, row: IncidentRow) -> tuple[AccountKey, ...]:
        """The accounts of which a person has said that they are of another incident."""
        mine = set(row.accounts)
        found: dict[AccountKey, None] = {}
        for pair, verdict in self._folder.decided().items():
            others = [key for key in pair if key not in mine]
            if verdict is Verdict.APART and len(others) == 1:
                found[others[0]] = None
        return tuple(found)
