"""Entities of the FollowTheMoney model, for Aleph and OpenSanctions: JSON lines, one an entity.

Reports are articles, incidents events, persons, groups and organisations by name legal entities,
places addresses; mentions tie names to the reports that have them. Persons of one name in two
reports are two, to be joined by cross-referencing; organisations of one name are one.
"""

from collections.abc import Iterator, Sequence

from extract.gazetteer import country_named, name_of_country
from extract.vocabulary import ActorKind, Label, MentionForm
from store.formats.actors import Coded, parties_of
from store.formats.claims import Incident, rows_of, unhappened
from store.formats.days import days_of
from store.formats.document import Document, Wishes
from store.formats.escaping import json_lines, one_line
from store.formats.ftm_entities import Entities, ident_of, looked_over
from store.formats.losses import PLURALS, Carries, Losses
from store.formats.over_reports import Account, Group, grouped
from store.formats.place_columns import where_of
from store.formats.registry import Files, Start, export_format
from store.items import Fields, Item, Kind
from store.places.where import Where
from store.wording import claim, filled, name, names

_SCHEMATA = {
    Label.PERSON: "Person",
    Label.ORG: "Organization",
    Label.MEDIA: "Organization",
    Label.GROUP: "Organization",
    Label.PLACE: "Address",
}
_UNNAMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS})
"""Actors of a row that are no body of people with a name of its own."""
_LONGEST = 250
"""Of the name of an event."""


def _is_own(start: Start) -> bool:
    return {"id", "schema", "properties"} <= start.row.keys()


@export_format(
    "ftm",
    "FollowTheMoney entities for Aleph and OpenSanctions",
    suffix=".ftm.json",
    carries=Carries(values=True, links=True, marks_by_row=True, report_note=True, controls=True),
    is_own=_is_own,
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return all entities, each once."""
    made = _Maker(documents, wishes, losses)
    yield "", json_lines(looked_over(made.entities(), losses))


class _Maker:
    """The entities of some reports."""

    def __init__(self, documents: Sequence[Document], wishes: Wishes, losses: Losses) -> None:
        self._documents = documents
        self._wishes = wishes
        self._losses = losses
        self._made = Entities()
        self._named: dict[tuple[str, str], str] = {}
        """Ids of persons and bodies, by report and name."""
        self._out: set[tuple[str, str]] = set()
        """Items that went out, by report and id."""

    def entities(self) -> list[dict[str, object]]:
        for document in self._documents:
            self._add_article(document)
            for item in document.chosen(self._wishes.choice):
                if item.kind is Kind.ENTITY:
                    self._add_name(item, document)
        for group in self._groups():
            self._add_event(group)
        for document in self._documents:
            self._count_rest(document)
        return self._made.rows()

    def _add_article(self, document: Document) -> None:
        article = document.article
        self._made.add(
            "Article",
            article.key,
            title=article.title,
            fileName=article.key,
            publishedAt=article.published,
            publisher=article.publisher,
            sourceUrl=article.url,
            language=article.language,
            bodyText=article.text,
            notes=document.article_notes.note,
        )

    def _add_name(self, item: Item, document: Document) -> None:
        """A person, body or place by name; descriptions and days are none."""
        label = str(item.fields.get("label") or "")
        schema = _SCHEMATA.get(Label(label)) if label in set(Label) else None
        if schema is None or not _is_named(item.fields, item):
            return
        self._out.add((document.article.key, item.id))
        called = one_line(str(item.fields.get("name") or item.words))
        if schema == "Address":
            country = str(item.fields.get("country") or country_named(called) or "")
            self._made.add(schema, called.casefold(), country, full=called, country=country.lower())
            return
        shown = _coded_name(called, document)
        key = document.article.key
        sign = (key, item.id) if schema == "Person" else (shown.casefold(),)
        also = [one for one in dict.fromkeys([called, *_forms(item)]) if one != shown]
        article = _article_of(document)
        ident = self._made.add(
            schema, *sign, name=shown, alias=also, proof=article, notes=item.note,
            keywords=list(item.tags),
        )  # fmt: skip
        for form in (shown, called):
            self._named.setdefault((key, form.casefold()), ident)
        for form in dict.fromkeys([called, *also]):
            self._made.add(
                "Mention", key, ident, form, document=article, name=form, resolved=ident,
                detectedSchema=schema,
            )  # fmt: skip

    def _groups(self) -> Iterator[Group]:
        wishes = self._wishes
        accounts = [
            Account(document, incident)
            for document in self._documents
            for incident in rows_of(document, wishes.choice, wishes.unit)
        ]
        for group in grouped(accounts, wishes.over, wishes.numbers):
            reason = unhappened(group.incident)
            if not reason:
                yield group
            for account in group.accounts if reason else ():
                event = account.incident.event
                self._out.add((account.document.article.key, event.id))
                self._losses.add(f"{PLURALS[event.kind]} {reason}")
                self._count_marks(event)

    def _add_event(self, group: Group) -> None:
        incident, document = group.incident, group.accounts[0].document
        fields, event = incident.event.fields, incident.event
        days, where = days_of(incident, document), where_of(incident, document)
        articles = [_article_of(account.document) for account in group.accounts]
        kind = list(filled(str(fields.get("kind") or ""), str(fields.get("subkind") or "")))
        sign = [(one.document.article.key, one.incident.event.id) for one in group.accounts]
        told = [claim(account.incident.event) for account in group.accounts]
        self._made.add(
            "Event",
            *(part for pair in sorted(sign) for part in pair),
            name=one_line(told[-1])[:_LONGEST],
            summary=[one_line(one) for one in told],
            startDate=days.first if days else None,
            endDate=days.last if days else None,
            location=name(fields.get("place")),
            country=(where.country or "").lower(),
            addressEntity=self._address(where, name(fields.get("place"))),
            involved=list(self._involved(incident, document)),
            keywords=[*kind, *event.tags],
            notes=event.note,
            proof=articles,
            publisher=[account.document.article.publisher for account in group.accounts],
            recordId=event.id,
        )
        for account in group.accounts:
            self._see_out(account)

    def _address(self, where: Where, called: str) -> str | None:
        """The place with its coordinates; none where it is not known."""
        if where.location is None or not where.has_point or not where.country:
            return None
        spot = where.location
        country = where.country.lower()
        full = ", ".join(filled(called, spot.admin1, name_of_country(where.country) or ""))
        return self._made.add(
            "Address", called.casefold(), where.country, full=full, country=country,
            state=spot.admin1, latitude=f"{spot.latitude:.3f}", longitude=f"{spot.longitude:.3f}",
        )  # fmt: skip

    def _involved(self, incident: Incident, document: Document) -> Iterator[str]:
        """Those who take part and have a name: as the report's names, or as the coding sheet's."""
        key = document.article.key
        parties = parties_of(incident, document)
        for coded in (parties.first, parties.second):
            if coded is not None and _is_body(coded):
                called = coded.actor.name
                country = (coded.actor.state or "").lower()
                yield self._made.add(
                    "Organization", called.casefold(), name=called, country=country
                )
        for part in ("side_a", "side_b", "associated", "actors", "targets"):
            for called in names(incident.field(part)):
                if ident := self._named.get((key, called.casefold())):
                    yield ident

    def _see_out(self, account: Account) -> None:
        """Note what an event tells: the incident, and the events and figures that it stands on."""
        key, under = account.document.article.key, set(account.incident.stands_on)
        inside = {account.incident.event.id, *(one.id for one in account.incident.figures)}
        inside |= {item.id for item in account.document.present if item.span in under}
        self._out |= {(key, ident) for ident in inside}
        for item in account.document.chosen(self._wishes.choice):
            if item.id in inside and item.id != account.incident.event.id:
                self._count_marks(item)

    def _count_rest(self, document: Document) -> None:
        for item in document.chosen(self._wishes.choice):
            if (document.article.key, item.id) not in self._out:
                named = item.kind is Kind.ENTITY
                why = "(days, and descriptions without a name)" if named else "(no entities)"
                self._losses.add(f"{PLURALS[item.kind]} {why}")
                self._count_marks(item)

    def _count_marks(self, item: Item) -> None:
        self._losses.add("notes", bool(item.note))
        self._losses.add("tags", len(item.tags))


def _article_of(document: Document) -> str:
    return ident_of("Article", document.article.key)


def _is_named(fields: Fields, item: Item) -> bool:
    """Whether it has a proper name rather than a description."""
    if fields.get("label") != Label.GROUP:
        return True
    forms = fields.get("forms")
    return MentionForm.NAME in forms if forms else item.words[:1].isupper()


def _forms(item: Item) -> list[str]:
    """The names under which it is mentioned, of descriptions none."""
    forms = item.fields.get("forms") or []
    told = zip(item.quotes, forms, strict=False)
    return [one_line(quote.exact) for quote, form in told if form == MentionForm.NAME]


def _coded_name(called: str, document: Document) -> str:
    """The name that the library's table has for it, on the day of the report."""
    line = document.actors.find((called,), document.article.published, frozenset())
    return line.coded if line else called


def _is_body(coded: Coded) -> bool:
    actor = coded.actor
    return actor.kind is not None and actor.kind not in _UNNAMED and not actor.is_unknown
