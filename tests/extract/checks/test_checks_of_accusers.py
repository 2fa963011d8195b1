"""Checks of who is accused of an incident, and by whom."""

from dataclasses import replace

from made import Made

from extract.checks.accused import accused_by_enemies
from extract.records import Party
from extract.vocabulary import Label

ACCUSED = "The governor says rebels did it. A monitor and the army say so of the raid."


def accused(*accusers: str, **more: object) -> Made:
    report = Made(ACCUSED)
    rebels = report.entity(Label.GROUP, "rebels", side="opposition")
    army = report.entity(Label.GROUP, "the army", side="government")
    sources = {
        "The governor": report.source("The governor", kind="official"),
        "A monitor": report.source("A monitor"),
        "the army": report.source("the army", entity=army),
    }
    charges = [report.charge("rebels", sources.get(name), rebels, "accuse") for name in accusers]
    report.incident("raid", charges=tuple(charges), **more)
    return report


def test_a_party_that_its_enemies_alone_accuse_is_told() -> None:
    [check] = accused("The governor", "the army").raised(accused_by_enemies)
    assert check.message == (
        "Nobody but the other side accuses “rebels” of “raid”: The governor and the army."
    )


def test_a_party_that_others_accuse_too_is_let_be() -> None:
    assert accused("The governor", "A monitor").raised(accused_by_enemies) == []
    assert accused("The governor", "the reporter").raised(accused_by_enemies) == []


def test_a_party_that_is_told_as_the_doer_is_let_be() -> None:
    start = ACCUSED.index("rebels")
    done = (Party(start, start + len("rebels"), "e1"),)
    assert accused("The governor", side_a=done).raised(accused_by_enemies) == []


def test_a_party_that_claims_it_is_let_be() -> None:
    report = accused("The governor")
    [incident] = report.incidents
    claim = report.charge("rebels", None, "e1", "claim")
    report.incidents = [replace(incident, charges=(*incident.charges, claim))]
    assert report.raised(accused_by_enemies) == []


COUNTER = "The Front denied the raid and accused the Hawks. A mayor accused the Front."


def countered(*, of_the_hawks: bool = False) -> Made:
    report = Made(COUNTER)
    front = report.entity(Label.ORG, "The Front")
    hawks = report.entity(Label.ORG, "the Hawks")
    denying = report.source("The Front", entity=hawks if of_the_hawks else front)
    mayor = report.source("A mayor")
    charges = (
        report.charge("the Hawks", denying, hawks, "accuse"),
        report.charge("the Front", mayor, front, "accuse"),
    )
    report.incident("raid", charges=charges)
    return report


def test_the_accused_who_accuses_another_is_no_bystander() -> None:
    [check] = countered().raised(accused_by_enemies)
    assert check.message == "Nobody but the other side accuses “the Hawks” of “raid”: The Front."


def test_nobody_is_an_enemy_of_his_own() -> None:
    assert countered(of_the_hawks=True).raised(accused_by_enemies) == []


def test_those_whom_it_befell_are_the_other_side() -> None:
    report = Made("Guards say the Hawks did the raid.")
    guards, hawks = report.entity(Label.GROUP, "Guards"), report.entity(Label.ORG, "the Hawks")
    source = report.source("Guards", entity=guards)
    charge = report.charge("the Hawks", source, hawks, "accuse")
    report.incident("raid", charges=(charge,), side_b=(Party(0, len("Guards"), guards),))
    assert [check.kind for check in report.raised(accused_by_enemies)] == ["accused-by-enemy"]
