"""`dateline history`: every change to the notes on a report."""

from pathlib import Path

import click

from store.annotations import Annotations
from store.history.journal import ARTICLE, Change, Step
from tui.cli import options
from tui.cli.opening import library
from tui.telling import say
from tui.text.visible import visible

_TOLD_ALREADY = ("by", "at")
"""Fields that say again who made the step and when."""


@click.command("history")
@click.argument("path", type=click.Path(path_type=Path))
@options.notes
@options.annotator
def command(path: Path, notes: Path | None, annotator: str | None) -> int:
    """Write every change to the notes on a report, oldest first: when, who, what.

    \b
    Example:
      dateline history report.txt --as anna
    """
    with library(path, annotator=annotator, notes=notes) as opened:
        for key in opened.named:
            reviewed = opened.look(opened.article(key))
            for step in reviewed.history():
                say(f"{key} · {_line(step, reviewed)}")
    return 0


def _line(step: Step, reviewed: Annotations) -> str:
    stamp = step.at.isoformat().replace("+00:00", "Z")
    of = f" of step {step.of}" if step.of else ""
    what = "; ".join(_change(change, reviewed) for change in step.changes)
    remark = f" ({step.remark})" if step.remark else ""
    return visible(f"{step.number} · {stamp} · {step.by} · {step.verb.value}{of}{remark}: {what}")


def _change(change: Change, reviewed: Annotations) -> str:
    if change.id == ARTICLE:
        name = "the report"
    elif change.id in reviewed:
        item = reviewed[change.id]
        name = f"{item.kind.value} “{item.words}”"
    else:
        name = change.id
    if change.was is None or change.now is None:
        return f"{name} {'added' if change.was is None else 'removed'}"
    values = (
        f"{field} {_shown(change.was.get(field))} → {_shown(change.now.get(field))}"
        for field in change.now
        if field not in _TOLD_ALREADY
    )
    return f"{name} {', '.join(values)}"


def _shown(value: object) -> str:
    return "none" if value in (None, "", [], ()) else str(value)
