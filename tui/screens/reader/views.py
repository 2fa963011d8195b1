"""What each pane shows of a session."""

from collections.abc import Iterator, Sequence

from store.items import Item
from store.wording import claim
from tui.kinds import TABS
from tui.kinds.base import Tab
from tui.plain import in_foreign
from tui.review.marking import echoes, under_cursor
from tui.review.review import Review
from tui.review.telling import article_facts, origins, progress_words
from tui.screens.reader.entries import listing
from tui.session.session import Session
from tui.text.entry import Listing
from tui.text.looks import Look
from tui.text.marks import Marks
from tui.text.words import Words
from tui.widgets.tabs import Tab as TabLabel

_ASKED = 500
"""Reports of the largest library that is asked how many of them are decided."""


def entries(session: Session) -> tuple[Listing, int | None]:
    """Return the present list, and the index of the item under the cursor, where it is in it."""
    review = session.review
    return listing(review, nothing_yet(session)), review.index


def tabs(session: Session, stand: str) -> tuple[Sequence[TabLabel], int, Sequence[Words]]:
    """Return how much each list holds, which is shown, and who decides, in which library, `stand`
    being how that stands; while words are sought, these in place of it.
    """
    review, sought = session.review, session.search.told
    labels = [TabLabel(tab.title, _count(review, tab)) for tab in TABS]
    who = Words(session.library.annotator, "ink-key", "bold")
    beside = Words(sought, "sign-alert") if sought else Words(stand, "ink-muted")
    return labels, TABS.index(review.tab), (who, Words(" · ", "ink-faint"), beside)


def _count(review: Review, tab: Tab) -> str:
    """How much a list holds; where it is narrowed, how much of that is shown."""
    return (
        f"{len(review.ids(tab))}/{review.count(tab)}"
        if tab in review.filters or (review.folded(tab) and not review.shows_folded)
        else str(review.count(tab))
    )


def narrowed(session: Session, keys: str, fold_keys: str) -> Sequence[Words]:
    """Return what the present list is narrowed to, and how much of it is folded away; with the
    `keys` that choose something else, and the `fold_keys` that show what is folded.
    """
    kept = session.review.filters.get(session.review.tab)
    away = _folded(session.review, fold_keys)
    found: list[Words] = []
    if kept is not None:
        found += (
            Words(f"only {kept.words}", "sign-alert", "bold"),
            Words(f" · {keys} shows others"),
        )
    if away:
        found += (Words(f"{' · ' if found else ''}{away}"),)
    return found


def _folded(review: Review, keys: str) -> str:
    """How many items are folded away, and why, as short as a narrow list has to have it.

    "3 folded: rejected 8 of 8 · F shows"; the detail of each says from which decisions.
    """
    away = review.folded(review.tab)
    if not away:
        return ""
    counted = {why for why in away.values() if why.times}
    times, of = (sum(getattr(one, name) for one in counted) for name in ("times", "of"))
    why = f": rejected {times} of {of}" if times else " by memory.toml"
    return f"{len(away)} folded{why} · {keys} {'folds' if review.shows_folded else 'shows'}"


def library_stand(session: Session) -> str:
    """Return the name of the library, which of its reports this is, and how many are decided
    where that is soon known.
    """
    library = session.library
    keys = library.keys
    name = library.folder.resolve().name or str(library.folder)
    place = f"{name} {keys.index(session.key) + 1}/{len(keys)}"
    if not 1 < len(keys) <= _ASKED:
        return place
    done = sum(1 for row in library.queue() if row.progress and not row.progress.left)
    return f"{place} · {done} done" if done else place


def headline(session: Session) -> tuple[str, Sequence[str], str, str]:
    """Return the title of the article, its origin, how far it is reviewed, and that in short."""
    notes = session.annotations
    progress = progress_words(notes.progress(), notes.coverage, notes.article_notes)
    return notes.article.title, origins(notes.article), *progress


def cursor(session: Session) -> Marks | None:
    """Return the marks of the item under the cursor, those of the place where it stands first."""
    at, item = session.review.cursor, session.review.item
    if at is None or item is None:
        return None
    here = under_cursor(item, at.place)
    there = [*echoes(item, at.place), *_of_members(session, item, here)]
    bits = [int(Look.CURSOR)] * len(here) + [int(Look.ECHO)] * len(there)
    return Marks([*here, *there], bits)


def _of_members(
    session: Session, item: Item, here: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The words of the items that one is made of, as far as they are not its own."""
    for member in session.review.members(item):
        places = ((span.start, span.end) for span in member.spans)
        yield from (place for place in places if place not in here)


def detail(session: Session) -> tuple[Words, Sequence[Words]]:
    """Return the item under the cursor in one sentence and how it stands, or else the article."""
    item = session.review.item
    if item is not None:
        standing = [Words(words, ink) for words, ink in session.standing(item)]
        told = claim(session.review.as_told(item))
        return Words(told, "foreground", "bold"), standing
    about = " · ".join(article_facts(session.annotations))
    words = nothing_yet(session) or "No item is chosen."
    return Words(words, "ink-muted"), [Words(about, "ink-muted")]


def nothing_yet(session: Session) -> str:
    """Return why the lists may be empty although there is something to find."""
    if session.reading:
        return "The report is being read …"
    if session.unread:
        return f"The report could not be read: {session.unread}"
    article = session.annotations.article
    return in_foreign(article) if article.foreign else ""


def marked(places: Sequence[tuple[int, int]], look: Look) -> Marks | None:
    """Return marks of one look on some places; none where there is none."""
    return Marks(places, [look] * len(places)) if places else None
