"""FollowTheMoney entities: of the model's own schemata, linked, under ids that stay."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rows_of import reviewed

from extract.records import Span
from store.anchoring.quoting import quotes
from store.formats.document import Document, Unit, Wishes
from store.formats.export import export
from store.items import Item, Kind, State, Suggestion

TEXT = """M23 rebels kill two in Goma

M23 rebels shot dead two traders in Goma, in the Democratic Republic of Congo, on Monday, the mayor,
Amina Sefu, said. The army will march on Friday, the Congolese Red Cross said.
"""


def document(**more: Any) -> Document:
    found, _ = reviewed(TEXT, published=date(2025, 7, 10))
    return replace(found, **more)


def entities(*documents: Document) -> list[dict[str, Any]]:
    ((_, data),), _ = export("ftm", documents or (document(),), Wishes(unit=Unit.INCIDENT))
    return [json.loads(line) for line in data.decode().splitlines()]


def of(schema: str, found: list[dict[str, Any]]) -> list[dict[str, list[str]]]:
    return [one["properties"] for one in found if one["schema"] == schema]


def test_a_report_its_names_and_its_incidents_are_entities() -> None:
    found = entities()
    (article,) = of("Article", found)
    assert (article["title"], article["publishedAt"]) == (
        ["M23 rebels kill two in Goma"],
        ["2025-07-10"],
    )
    assert article["bodyText"][0].startswith("M23 rebels kill two in Goma")
    (event,) = of("Event", found)
    assert (event["startDate"], event["country"]) == (["2025-07-07"], ["cd"])
    assert event["keywords"][:2] == ["Violence against civilians", "Attack"]
    assert "killed 2" in event["name"][0]
    assert ["Amina Sefu"] in [one["name"] for one in of("Person", found)]


def test_what_is_named_is_there() -> None:
    found = entities()
    known = {one["id"]: one for one in found}
    assert len(known) == len(found)
    for one in found:
        for name in ("proof", "document", "resolved", "involved", "addressEntity"):
            assert set(one["properties"].get(name, ())) <= known.keys()
    (event,) = of("Event", found)
    assert "M23" in {known[one]["properties"]["name"][0] for one in event["involved"]}
    (place,) = (known[one]["properties"] for one in event["addressEntity"])
    assert place["country"] == ["cd"]
    assert abs(float(place["latitude"][0]) + 1.67) < 0.1


def test_crowds_and_people_whom_nobody_names_are_no_organisations() -> None:
    names = {one["name"][0] for one in of("Organization", entities())}
    assert not {name for name in names if "Civilians" in name or "Unidentified" in name}


def test_ids_stay_and_bodies_of_one_name_in_two_reports_are_one() -> None:
    assert entities() == entities()
    first = document()
    other = replace(first, article=replace(first.article, key="other"))
    both = entities(first, other)
    assert {one["id"] for one in entities(first)} <= {one["id"] for one in both}
    assert len(of("Article", both)) == len(of("Event", both)) == 2
    assert len([one for one in of("Organization", both) if one["name"] == ["M23"]]) == 1
    assert len([one for one in of("Person", both) if one["name"] == ["Amina Sefu"]]) == 2


def test_what_is_no_entity_is_counted_with_its_notes() -> None:
    text = "Gunmen plan a raid.\n"
    article = replace(document().article, text=text)

    def item(kind: Kind, words: str, fields: dict[str, Any]) -> Item:
        start = text.index(words)
        found = Suggestion("1", quotes(text, [Span(start, start + len(words))]), fields)
        return Item(words, kind, found, state=State.ACCEPTED, note="seen", tags=("a",))

    planned = {"kind": "Battles", "subkind": "Armed clash", "status": "planned"}
    group = {"label": "GROUP", "name": "Gunmen", "forms": ["nominal"]}
    items = (item(Kind.ENTITY, "Gunmen", group), item(Kind.EVENT, "raid", planned))
    _, losses = export("ftm", [Document(article, "anna", items)], Wishes())
    assert losses.counts == {
        "events (planned)": 1,
        "names (days, and descriptions without a name)": 1,
        "notes": 2,
        "tags": 2,
    }


def test_the_model_s_own_library_takes_them() -> None:
    model = pytest.importorskip("followthemoney").model
    for one in entities():
        schema = model.get(one["schema"])
        assert set(schema.required) <= one["properties"].keys()
        proxy = model.get_proxy(one)
        told = {name: sorted(values) for name, values in one["properties"].items()}
        assert {name: sorted(proxy.get(name)) for name in told} == told
        for name, values in one["properties"].items():
            cleaned = [schema.get(name).type.clean(value) for value in values]
            assert cleaned == values, (one["schema"], name)
