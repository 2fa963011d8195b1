"""A report read, accepted as it was read, and exported as rows."""

import csv
import io
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from extract import pipeline
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import Reading
from store.formats.document import Document, Unit, Wishes
from store.formats.export import export
from store.formats.losses import Losses
from store.items import Item, Kind, State
from store.suggestions import suggestions


def reviewed(
    text: str, rejected: Collection[str] = (), published: date = date(2025, 3, 20)
) -> tuple[Document, Reading]:
    """The report with all accepted but the events at some words."""
    article = from_text(text, key="small", facts=Facts(published=published))
    found = pipeline.read(article)
    items = tuple(decided(item, rejected) for item in suggestions(article, found))
    return Document(article, "anna", items), found


def decided(item: Item, rejected: Collection[str]) -> Item:
    out = item.kind is Kind.EVENT and item.words in rejected
    return replace(item, state=State.REJECTED if out else State.ACCEPTED)


def rows(form: str, document: Document, unit: Unit = Unit.INCIDENT) -> list[dict[str, str]]:
    return exported(form, document, unit)[0]


def exported(
    form: str, document: Document, unit: Unit = Unit.INCIDENT, **wishes: Any
) -> tuple[list[dict[str, str]], Losses]:
    files, losses = export(form, [document], replace(Wishes(unit=unit), **wishes))
    text = dict(files)[""].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text))), losses
