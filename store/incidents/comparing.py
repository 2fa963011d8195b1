"""Two annotators' joinings of one library, compared."""

from collections.abc import Iterator

from extract.accounts import AccountKey
from store.agreement.coefficients import cohens_kappa
from store.agreement.joinings import JoiningAgreement, b_cubed, pairs
from store.incidents.kept import Verdict
from store.incidents.library_incidents import LibraryIncidents

Group = tuple[AccountKey, ...]


def agreement_on_incidents(first: LibraryIncidents, second: LibraryIncidents) -> JoiningAgreement:
    """Return how far two annotators agree on which accounts are of one incident.

    Compared are the accounts that both have, sums over many left out: the machine's joining with
    each one's decisions over it, and beside it their decisions alone.
    """
    mine, theirs = groups_of(first), groups_of(second)
    known = {key for group in mine for key in group} & {key for group in theirs for key in group}
    decisions = list(_decisions(first, second))
    return JoiningAgreement(
        len(known),
        (_number(mine, known), _number(theirs, known)),
        pairs(mine, theirs),
        b_cubed(mine, theirs),
        cohens_kappa(decisions),
        len(decisions),
    )


def groups_of(incidents: LibraryIncidents) -> list[Group]:
    """Return the accounts of each incident, sums over many left out."""
    return [row.accounts for row in incidents.rows() if row.accounts]


def _number(groups: list[Group], known: set[AccountKey]) -> int:
    return sum(not known.isdisjoint(group) for group in groups)


def _decisions(
    first: LibraryIncidents, second: LibraryIncidents
) -> Iterator[tuple[Verdict, Verdict]]:
    """Both annotators' words on each two accounts that both have decided on."""
    theirs = second.folder.decided()
    for pair, verdict in first.folder.decided().items():
        other = theirs.get(pair, Verdict.UNDECIDED)
        if Verdict.UNDECIDED not in (verdict, other):
            yield verdict, other
