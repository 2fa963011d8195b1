"""What the words of a report come to as an actor of a coding sheet."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.actors import Scene, Told, actor_of, country_name, ged_government, ged_name
from extract.lexicon import table
from extract.vocabulary import ActorKind

DATA = Path(__file__).with_name("data") / "actors.toml"
CASES = tomllib.loads(DATA.read_text("utf-8"))["party"]
USUAL = "Violence against civilians"


def title(case: dict[str, Any]) -> str:
    return str(case.get("says") or case["words"])


@pytest.mark.parametrize("case", CASES, ids=title)
def test_a_party_is_named_and_classed(case: dict[str, Any]) -> None:
    name, group, beside = (case.get(part, "") for part in ("name", "group", "beside"))
    within = case.get("within", False)
    told = Told(case["words"], name, group, beside, opens=not within, titled=not within)
    scene = Scene(case.get("kind", USUAL), case.get("country"), is_met=case.get("met", False))
    actor = actor_of(told, scene)
    found = [actor.name, str(actor.kind), *actor.associated] if actor else []
    assert found == case["actor"]


def test_the_codes_are_those_of_the_codebook() -> None:
    assert [kind.number for kind in ActorKind] == list(range(1, 9))
    assert ActorKind.EXTERNAL.number == 8


def test_countries_have_the_names_of_the_data() -> None:
    assert country_name("CD") == "Democratic Republic of Congo"
    assert country_name("SY") == "Syria"
    assert country_name("XX") is None
    assert ged_name("YE") == "Yemen (North Yemen)"
    assert ged_name("SY") == "Syria"
    assert ged_government("CD") == "Government of DR Congo (Zaire)"
    assert ged_government("XX") is None


def test_every_name_has_a_place_for_the_country() -> None:
    names = [*table("actors")["name"].values(), *table("actors")["associated"]]
    assert [name for name in names if name.count("{}") != 1] == []
