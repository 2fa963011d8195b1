"""What each pane shows of a session."""

from collections.abc import Iterator, Sequence

from store.items import Item
from store.wording import claim
from tui.kinds import TABS
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


def entries(session: Session) -> tuple[Listing, int | None]:
    """Return the present list, and the index of the item under the cursor, where it is in it."""
    review = session.review
    return listing(review, nothing_yet(session)), review.index


def tabs(session: Session) -> tuple[Sequence[TabLabel], int, str]:
    """Return how much each list holds, which is shown, and what it is narrowed to."""
    review = session.review
    labels = [TabLabel(tab.title, str(review.count(tab))) for tab in TABS]
    narrowed = review.filters.get(review.tab)
    remark = f"{len(review.ids())} {narrowed.words} · f shows others" if narrowed else ""
    remark = " · ".join(filter(None, (remark, folded(review))))
    return labels, TABS.index(review.tab), remark


def folded(review: Review) -> str:
    """Return how many items are folded away, and why, as short as a narrow list has to have it.

    "3 folded: rejected 8 of 8 · F shows"; the detail of each says from which decisions.
    """
    away = review.folded(review.tab)
    if not away:
        return ""
    counted = {why for why in away.values() if why.times}
    times, of = (sum(getattr(one, name) for one in counted) for name in ("times", "of"))
    why = f": rejected {times} of {of}" if times else " by memory.toml"
    return f"{len(away)} folded{why} · F {'folds' if review.shows_folded else 'shows'}"


def headline(session: Session) -> tuple[str, Sequence[str], str]:
    """Return the title of the article, its origin, and how far it is reviewed."""
    notes = session.annotations
    progress = progress_words(notes.progress(), notes.coverage, notes.article_notes)
    return notes.article.title, origins(notes.article), progress


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
    return f"The report could not be read: {session.unread}" if session.unread else ""


def marked(places: Sequence[tuple[int, int]], look: Look) -> Marks | None:
    """Return marks of one look on some places; none where there is none."""
    return Marks(places, [look] * len(places)) if places else None
