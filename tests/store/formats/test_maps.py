"""Small maps in pages: outlines that ship, and what happened where."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rows_of import reviewed

from extract.gazetteer import Location, towns_named
from extract.lexicon import table
from extract.vocabulary import Extent
from store.formats.document import Wishes
from store.formats.export import export
from store.formats.outlines import outline_of
from store.formats.place_map import maps
from store.items import Kind
from store.places.where import Where

TEXT = "KABUL - Gunmen shot dead two men in Kandahar on Tuesday, Afghan officials said.\n"


def town(name: str, country: str) -> Where:
    location = next(one for one in towns_named(name) if one.country == country)
    return Where(country, location, Extent.POINT)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Damascus", "SY"),
        ("Deir ez-Zor", "SY"),
        ("Vladivostok", "RU"),
        ("Anchorage", "US"),
        ("Miami", "US"),
        ("Jakarta", "ID"),
        ("Suva", "FJ"),
        ("Auckland", "NZ"),
        ("Gaza", "PS"),
        ("Pristina", "XK"),
        ("Juba", "SS"),
    ],
)
def test_towns_lie_inside_the_frame_of_their_country(name: str, country: str) -> None:
    location, outline = town(name, country).location, outline_of(country)
    assert location is not None
    assert outline is not None
    point = outline.place(location.latitude, location.longitude)
    assert point is not None
    assert 0 <= point[0] <= outline.width
    assert 0 <= point[1] <= outline.height


def test_nearly_every_country_has_an_outline() -> None:
    missing = [code for code in table("countries") if outline_of(code) is None]
    assert len(missing) <= 20, missing
    assert outline_of("ZZ") is None


def test_a_point_elsewhere_is_in_no_frame() -> None:
    outline = outline_of("FR")
    assert outline is not None
    assert outline.place(4.9, -52.3) is None  # Cayenne
    assert list(maps([("Cayenne", Where("FR", Location("", "FR", "", 4.9, -52.3)))])) == []


def test_a_country_has_one_map_with_all_its_places() -> None:
    found = list(maps([("1 <Aleppo>", town("Aleppo", "SY")), ("2 Homs", town("Homs", "SY"))]))
    assert len(found) == 1
    assert found[0].count("<circle") == 2
    assert "<title>1 &lt;Aleppo&gt;</title>" in found[0]
    assert "<text" not in found[0]
    assert "Syria: 1 &lt;Aleppo&gt;; 2 Homs" in found[0]


def test_the_numbers_of_rows_stand_beside_their_points() -> None:
    places = [("1 Homs", town("Homs", "SY")), ("12 <Homs>", town("Homs", "SY"))]
    (found,) = maps(places, numbered=True)
    assert found.count("<text") == 1
    assert ">1, 12</text>" in found


def test_what_happened_at_one_point_shares_a_dot() -> None:
    (found,) = maps([("1 Homs", town("Homs", "SY")), ("2 Homs", town("Homs", "SY"))])
    assert found.count("<circle") == 1
    assert "<title>1 Homs; 2 Homs</title>" in found


def test_an_unknown_place_has_no_map() -> None:
    assert list(maps([("Oshkara", Where("SY")), ("nowhere", Where())])) == []


def page(form: str) -> str:
    document, _ = reviewed(TEXT)
    incidents = tuple(item for item in document.items if item.kind is not Kind.CHECK)
    files, _ = export(form, [replace(document, items=incidents)], Wishes())
    return dict(files)[""].decode()


def test_the_page_of_a_report_has_a_map_and_asks_nothing_of_a_network() -> None:
    found = page("html")
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)

    Tags().feed(found)
    assert tags.count("figure") == tags.count("circle") == 1
    assert not {"script", "img", "link", "image", "use"} & set(tags)
    assert "Kandahar, Afghanistan (31.613, 65.71)" in found


def test_the_tables_for_people_tell_division_country_and_point() -> None:
    assert "Kandahar, Afghanistan \\(31.613, 65.71\\)" in page("markdown")
