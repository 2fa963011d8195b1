"""Items as entries of the lists beside the article."""

from collections.abc import Callable

from store.items import Item, Kind, State
from store.wording import amount, charged, counted, days
from tui.review.review import Review
from tui.review.tabs import Tab, source_name
from tui.widgets.itemlist import Entry, Listing
from tui.widgets.words import NO_WORDS, Words

SIGNS = {
    State.UNDECIDED: Words("·", "ink-muted"),
    State.ACCEPTED: Words("✓", "sign-accepted", "bold"),
    State.CORRECTED: Words("✎", "sign-accepted", "bold"),
    State.ADDED: Words("+", "sign-accepted", "bold"),
    State.REJECTED: Words("✗", "sign-rejected", "bold"),
    State.SKIPPED: Words("»", "sign-skipped"),
}
_LABEL_INKS = {
    "PERSON": "mark-person",
    "PLACE": "mark-place",
    "GROUP": "mark-group",
    "ORG": "mark-org",
    "MEDIA": "mark-media",
    "DATE": "mark-date",
}
LABEL_WORDS = {"ORG": "organisation", "MEDIA": "media"}
_SEVERITIES = {
    "high": ("sign-alert", "bold"),
    "medium": ("foreground", ""),
    "low": ("ink-muted", ""),
}
_LEADS = {Tab.FIGURES: (6, 12), Tab.SOURCES: (1, 1)}
"""Fewest and most cells for what stands before the heads of a list."""
_MEASURED = 300
"""Entries looked at to find how many cells their numbers need."""
_EMPTY = {
    Tab.EVENTS: "No event was found in this report.",
    Tab.FIGURES: "No figure was found in this report.",
    Tab.SOURCES: "No source was found in this report.",
    Tab.NAMES: "No name was found in this report.",
    Tab.CHECKS: "Nothing that an attentive reader would question was found.",
}


def listing(review: Review, tab: Tab, nothing_yet: str) -> Listing:
    """One list of a review; `nothing_yet` says why it may be empty although there is something."""
    ids = review.ids(tab)
    items = review.annotations
    least, most = _LEADS.get(tab, (0, 0))
    lead = least
    if tab is Tab.FIGURES:
        widths = [len(amount(items[ident].fields)) for ident in ids[:_MEASURED]]
        lead = max(least, min(most, max(widths, default=0)))
    empty = nothing_yet or _EMPTY[tab]
    return Listing(len(ids), lambda index: entry(items[ids[index]], review), lead, empty)


def entry(item: Item, review: Review) -> Entry:
    """An item as it stands, on two rows."""
    made = _ENTRIES[item.kind](item, review)
    if item.state is not State.REJECTED:
        return made
    return Entry(
        made.sign,
        tuple(_struck(one) for one in made.head),
        made.tail,
        _struck(made.lead),
        made.indent,
        made.flow and _struck(made.flow),
    )


def _struck(words: Words) -> Words:
    return Words(words.text, "mark-rejected", "strike") if words.text.strip() else words


def _sign(item: Item) -> Words:
    return SIGNS[item.state]


def _marks(item: Item) -> list[Words]:
    """Signs of what a person left on an item."""
    signs = [("⚑", item.flag), ("✍", bool(item.note)), ("#", bool(item.tags))]
    return [Words(f" {sign}", "sign-alert") for sign, there in signs if there]


def _tail(*parts: str | list[Words]) -> tuple[Words, ...]:
    """Facts in a row, parted by dots."""
    words: list[Words] = []
    for part in parts:
        shown = [Words(part, "ink-muted")] if isinstance(part, str) and part else part or []
        if shown and words:
            words.append(Words(" · ", "ink-faint"))
        words += shown
    return tuple(words)


def _source(item: Item, review: Review) -> list[Words]:
    name = source_name(item)
    if not name:
        return [Words("no source", "ink-muted", "italic")]
    voice = review.voices.get(name)
    letter = [Words(f"{voice.letter} ", f"voice-{voice.colour}", "bold")] if voice else []
    return [*letter, Words(name, "ink-muted")]


def _figure(item: Item, review: Review) -> Entry:
    fields = item.fields
    outcome = str(fields.get("outcome") or "")
    part_of = fields.get("part_of")
    return Entry(
        _sign(item),
        (Words(counted(fields) or "(nothing counted)"), *_marks(item)),
        _tail(
            "" if outcome == "other" else outcome,
            f"of {part_of['name']}" if part_of else "",
            _source(item, review),
        ),
        Words(amount(fields), "mark-figure", "bold"),
    )


def _event(item: Item, review: Review) -> Entry:
    fields = item.fields
    actors, targets = _names(fields.get("actors")), _names(fields.get("targets"))
    parties = " → ".join(part for part in (actors, targets) if part)
    if targets and not actors:
        parties = f"→ {targets}"
    status = str(fields.get("status") or "actual")
    return Entry(
        _sign(item),
        (
            Words(item.words, "mark-event", "italic"),
            *([Words("  "), Words(parties)] if parties else []),
            *_marks(item),
        ),
        _tail(
            str(fields.get("subkind") or fields.get("kind") or ""),
            charged(fields),
            "" if status == "actual" else status,
            days(fields.get("when")),
            _source(item, review),
        ),
    )


def _names(references: object) -> str:
    found = references if isinstance(references, list) else []
    return ", ".join(str(one["name"]) for one in found)


def _person_or_thing(item: Item, review: Review) -> Entry:
    fields = item.fields
    label = str(fields["label"])
    ink = _LABEL_INKS.get(label, "foreground")
    name = item.words if label == "DATE" else str(fields["name"])
    times = len(item.spans)
    count = [Words(f"  {times}×", "ink-muted")] if times > 1 else []
    about = _date(item) if label == "DATE" else _also(item)
    return Entry(
        _sign(item),
        (Words(name, ink), *count, *_marks(item)),
        _tail(
            LABEL_WORDS.get(label, label.lower()), "former" if fields.get("former") else "", about
        ),
    )


def _date(item: Item) -> str:
    return days({**item.fields, "name": ""}) or "not resolved"


def _also(item: Item) -> str:
    others = dict.fromkeys(quote.exact for quote in item.quotes)
    others.pop(str(item.fields["name"]), None)
    return f"also {', '.join(others)}" if others else ""


def _who(item: Item, review: Review) -> Entry:
    fields = item.fields
    name = str(fields["name"])
    voice = review.voices.get(name)
    grade = f"{fields.get('reliability') or ''}{fields.get('credibility') or ''}"
    return Entry(
        _sign(item),
        (Words(name, "foreground", "bold"), *_marks(item)),
        _tail(
            str(fields.get("kind") or ""),
            grade,
            _number(fields.get("figures"), "figure"),
            _number(fields.get("events"), "event"),
        ),
        Words(voice.letter, f"voice-{voice.colour}", "bold") if voice else NO_WORDS,
    )


def _number(found: object, of: str) -> str:
    number = len(found) if isinstance(found, list) else 0
    return f"{number} {of}{'s' if number != 1 else ''}" if number else ""


def _statement(item: Item, review: Review) -> Entry:
    fields = item.fields
    named, cue = (str((fields.get(name) or {}).get("name") or "") for name in ("named", "cue"))
    said = " ".join(part for part in (named, cue) if part)
    carried = "carried over" if fields.get("inherited") else ""
    return Entry(
        _sign(item),
        (Words(" … ".join(quote.exact for quote in item.quotes)), *_marks(item)),
        _tail(said, str(fields.get("directness") or ""), carried),
        indent=2,
    )


def _check(item: Item, review: Review) -> Entry:
    ink, shape = _SEVERITIES[str(item.fields.get("severity") or "medium")]
    message = str(item.fields.get("message") or item.fields["check"])
    return Entry(_sign(item), flow=Words(message, ink, shape))


_ENTRIES: dict[Kind, Callable[[Item, Review], Entry]] = {
    Kind.FIGURE: _figure,
    Kind.EVENT: _event,
    Kind.ENTITY: _person_or_thing,
    Kind.SOURCE: _who,
    Kind.ATTRIBUTION: _statement,
    Kind.CHECK: _check,
}
