"""`dateline agree`: how far two annotators agree."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path

import click

from extract.errors import DatelineError
from store.agreement.joinings import JoiningAgreement
from store.agreement.measures import Agreement, Counts, Documents, agreement
from store.errors import StoreError
from store.formats.document import Document
from store.formats.escaping import csv_text
from store.incidents.comparing import agreement_on_incidents
from store.incidents.library_incidents import LibraryIncidents
from store.library.library import Library
from tui.cli import options
from tui.cli.opening import library
from tui.telling import FAILED, say_json, say_text, tell

Row = tuple[str, str, str]
"""What is measured, the measure, its value."""


@click.command("agree")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--between", nargs=2, required=True, metavar="A B", help="The two annotators.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
)
@options.notes
def command(path: Path, between: tuple[str, str], form: str, notes: Path | None) -> int:
    """Tell how far two annotators agree on the reports that both have reviewed.

    By kind, how many items both have and how many one alone, by exact and by overlapping span;
    Cohen's kappa of their decisions on the same suggestions; Krippendorff's alpha of their labels;
    and how often figures, dates and sources have the same value. Where one of them has decided on
    incidents over several reports, also how far they put the same accounts together.

    \b
    Example:
      dateline agree reports/ --between anna bea
    """
    failures: list[DatelineError] = []
    with library(path, annotator=between[0], notes=notes) as opened:
        pairs = list(_pairs(opened, between, failures))
    joining = _joining(path, between, notes)
    for failure in failures:
        tell(failure)
    if not pairs and joining is None:
        who = " and ".join(between)
        raise StoreError(f"no report was reviewed by both {who}", path, "check the names")
    found = replace(agreement(pairs, *between), joining=joining)
    said = _WRITTEN[form](found)
    if form == "json":
        say_json(said)
    else:
        say_text(said)
    return FAILED if failures else 0


def _pairs(
    opened: Library, between: tuple[str, str], failures: list[DatelineError]
) -> Iterator[Documents]:
    for key in opened.named:
        try:
            if all(opened.kept(key, who).sha256 for who in between):
                article = opened.article(key)
                first, second = (opened.look(article, who) for who in between)
                yield (
                    Document(article, between[0], first.items()),
                    Document(article, between[1], second.items()),
                )
        except DatelineError as error:
            failures.append(error)


def _joining(path: Path, between: tuple[str, str], notes: Path | None) -> JoiningAgreement | None:
    """How far two annotators agree on incidents; none where neither has decided on any."""
    with ExitStack() as stack:
        opened = [
            LibraryIncidents(
                stack.enter_context(library(path, annotator=who, notes=notes)), reading=True
            )
            for who in between
        ]
        if not any(one.folder.files for one in opened):
            return None
        for one in opened:
            for _ in one.bring_up_to_date():
                pass
        return agreement_on_incidents(*opened)


def _rows(found: Agreement) -> Iterator[Row]:
    for how, by_kind in (("exact span", found.exact), ("overlapping span", found.overlapping)):
        for kind, counts in by_kind.items():
            if counts != Counts():
                yield from _counted(f"{kind.value}, {how}", counts, found)
    yield "decisions", f"Cohen's kappa ({found.decided_by_both} suggestions)", _share(found.kappa)
    yield "labels", f"Krippendorff's alpha ({found.labelled_by_both} spans)", _share(found.alpha)
    for values in found.values:
        if values.compared:
            yield values.name, f"same of {values.compared}", _share(values.share)
    if found.joining:
        yield from _of_joining(found.joining, found)


def _of_joining(joining: JoiningAgreement, found: Agreement) -> Iterator[Row]:
    what = "incidents over reports"
    yield what, "accounts that both have", str(joining.accounts)
    for who, number in zip((found.first, found.second), joining.incidents, strict=True):
        yield what, f"incidents of {who}", str(number)
    for name, scores in (("pairs", joining.pairs), ("B-cubed", joining.b_cubed)):
        yield what, f"{name}: precision", _share(scores.precision)
        yield what, f"{name}: recall", _share(scores.recall)
        yield what, f"{name}: F1", _share(scores.f1)
    kappa = f"Cohen's kappa ({joining.decided_by_both} pairs that both decided)"
    yield what, kappa, _share(joining.kappa)


def _counted(what: str, counts: Counts, found: Agreement) -> Iterator[Row]:
    yield what, "both", str(counts.both)
    yield what, f"only {found.first}", str(counts.only_first)
    yield what, f"only {found.second}", str(counts.only_second)
    yield what, "precision", _share(counts.precision)
    yield what, "recall", _share(counts.recall)
    yield what, "F1", _share(counts.f1)


def _share(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"


def _text(found: Agreement) -> str:
    number = f"{found.reports} report{'' if found.reports == 1 else 's'}"
    lines = [f"{found.first} and {found.second}, {number}"]
    before = ""
    for what, measure, value in _rows(found):
        if what != before:
            lines.append(what)
            before = what
        lines.append(f"  {measure:<42} {value:>11}")
    return "\n".join(lines)


def _json(found: Agreement) -> str:
    whole = asdict(found)
    for name in ("exact", "overlapping"):
        by_kind: dict[str, Counts] = getattr(found, name)
        whole[name] = {
            kind: {**asdict(c), "precision": c.precision, "recall": c.recall, "f1": c.f1}
            for kind, c in by_kind.items()
        }
    if found.joining:
        for name in ("pairs", "b_cubed"):
            whole["joining"][name]["f1"] = getattr(found.joining, name).f1
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _csv(found: Agreement) -> str:
    return csv_text(("what", "measure", "value"), _rows(found))


_WRITTEN: dict[str, Callable[[Agreement], str]] = {"text": _text, "json": _json, "csv": _csv}
