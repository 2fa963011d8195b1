"""What the detail line says of the item under the cursor, and the headline of the article."""

from datetime import UTC, datetime, timezone

from extract.records import Article
from store.annotations import Annotations
from store.citing import page_words
from store.history.article_notes import ArticleNotes, Progress
from store.items import Item, Kind, Standing, State
from tui.review.review import Review

_STATES = {
    State.UNDECIDED: "not decided",
    State.ACCEPTED: "accepted",
    State.CORRECTED: "corrected",
    State.ADDED: "added by hand",
    State.REJECTED: "rejected",
    State.SKIPPED: "skipped",
}
_STANDINGS = {
    Standing.MOVED: "its words have moved: look it over",
    Standing.UNCERTAIN: "its words have changed: confirm or reject",
    Standing.ORPHAN: "its words are gone from the text",
}


def local(at: datetime, zone: timezone | None = None) -> datetime:
    """Return a moment as the clock on the wall has it."""
    return at.replace(tzinfo=at.tzinfo or UTC).astimezone(zone)


def state_words(item: Item) -> str:
    """Return what was decided on an item, and when."""
    words = _STATES[item.state]
    if item.state is State.UNDECIDED or item.at is None:
        return words
    return f"{words} {local(item.at):%d %b %H:%M}"


def facts(item: Item, review: Review) -> list[str]:
    """Return how an item stands: its source's kind, how it was said, what was decided, what was
    noted."""
    parts = [
        *review.annotations.remembered(item.id),
        _folding(item, review),
        _source_kind(item, review),
        _directness(item, review),
        _probability(item, review),
        page_words(review.annotations.article, item.span.start),
        state_words(item),
        _STANDINGS.get(item.standing, ""),
        "flagged" if item.flag else "",
        f"tags: {', '.join(item.tags)}" if item.tags else "",
        f"note: {item.note}" if item.note else "",
    ]
    return [part for part in parts if part]


def _folding(item: Item, review: Review) -> str:
    notes = review.annotations
    found = notes.folding(item.id) or (None if item.decided else notes.leaning(item.id))
    if found is None:
        return ""
    return f"rejected {found.told}" if found.times else f"folded as {found.told}"


def _probability(item: Item, review: Review) -> str:
    """Whether the place under the cursor is only probably the same name."""
    probable, cursor = item.fields.get("probable"), review.cursor
    if item.boundaries or cursor is None or not isinstance(probable, list):
        return ""
    joined = cursor.place < len(probable) and probable[cursor.place]
    return "probably the same: S splits it off" if joined else ""


def article_facts(notes: Annotations) -> list[str]:
    """Return what was left on the article, and what is wanting."""
    article_notes, dated = notes.article_notes, notes.article.published
    parts = [
        "" if dated else "no date of publication: “on Thursday” and the like stay unresolved",
        "flagged" if article_notes.flag else "",
        f"tags: {', '.join(article_notes.tags)}" if article_notes.tags else "",
        f"note: {article_notes.note}" if article_notes.note else "",
    ]
    return [part for part in parts if part]


def _source_kind(item: Item, review: Review) -> str:
    """ "monitor" for an item that the Observatory stands behind."""
    source = review.source_of(item)
    return str(source.fields.get("kind") or "") if source else ""


def _directness(item: Item, review: Review) -> str:
    """Whether the statement that carries an item quotes."""
    statement = item if item.kind is Kind.ATTRIBUTION else review.statement_of(item)
    if statement is None:
        return ""
    directness = str(statement.fields.get("directness") or "")
    return "quoted" if directness == "direct" else directness


def origins(article: Article) -> tuple[str, ...]:
    """Return where and when an article appeared, in full and shorter: "Al Jazeera · Thu 29 Jul
    2021"."""
    day = article.published
    guess = " (guessed)" if "published" in article.guessed else ""
    dated = f"{day:%a} {day.day} {day:%b %Y}{guess}" if day else "no date: --date sets it"
    full = f"{article.publisher} · {dated}" if article.publisher else dated
    found = (full, dated, f"{day.day} {day:%b %Y}" if day else "no date")
    if article.foreign:
        told = f"in {article.foreign}: digits only"
        return (*(f"{told} · {one}" for one in found), told, f"in {article.foreign}")
    return found


def progress_words(
    progress: Progress, coverage: float, article_notes: ArticleNotes
) -> tuple[str, str]:
    """Return how far an article is reviewed, in full and short: "3/9 incidents decided · 74 % read"
    and "3/9 decided · 74 %".
    """
    counted = f" {progress.unit}" if progress.incidents else ""
    share = f"{int(coverage * 100)} %"
    done = f"{progress.done}/{progress.whole}"
    if article_notes.read:
        return f"{done}{counted} decided · read ✓", f"{done} decided · read ✓"
    return f"{done}{counted} decided · {share} read", f"{done} decided · {share}"
