"""`dateline extract`: the machine's reading, without a screen."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from extract.batch.running import OutputError, Result, run, whole_ids
from extract.batch.tasks import Task, tasks_in
from extract.errors import DatelineError
from extract.reader import SHIPPED
from store.formats.output import check_free, same_file
from store.formats.recognising import LISTING, READINGS
from store.suggestions import suggestions
from tui import plain
from tui.cli import options
from tui.telling import FAILED, say_text, tell


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Plain text for people, or one line of JSON an article.",
)
@options.out
@options.jobs
@click.option("--resume", is_flag=True, help="Go on with OUT: skip the ids that are whole in it.")
@options.scheduler
@options.published
@options.tagger
def command(
    paths: tuple[Path, ...],
    form: str,
    out: Path | None,
    jobs: int,
    resume: bool,
    scheduler: str | None,
    published: date | None,
    tagger: str | None,
) -> int:
    """Write what the machine finds in reports, folders and .jsonl files.

    A report that cannot be read is named on standard error; the others are done, and the exit code
    is 1.

    \b
    Examples:
      dateline extract report.txt
      dateline extract --format jsonl reports/ more.jsonl > found.jsonl
      dateline extract --format jsonl corpus.jsonl --jobs 4 -o found.jsonl --resume
      dateline extract corpus.jsonl --dask tcp://head:8786 -o found.jsonl
    """
    if scheduler and jobs > 1:
        raise click.UsageError("a cluster has its own processes: give --dask or --jobs")
    form = "jsonl" if out is not None and out.suffix == ".jsonl" else form
    _check_resuming(resume, out, form)
    if out is not None:
        check_free(out, LISTING if form == "text" else READINGS, _files(paths))
    tasks = _without(out, tasks_in(paths, published, tagger or SHIPPED))
    if form == "text":
        if scheduler:
            raise click.UsageError("--dask writes lines of JSON: give --format jsonl")
        return _write_text(tasks, out)
    left = _left(tasks, out if resume else None)
    return _write_lines(_results(left, jobs, scheduler), out, append=resume)


def _check_resuming(resume: bool, out: Path | None, form: str) -> None:
    if resume and out is None:
        raise click.UsageError("--resume needs the output: -o FILE")
    if resume and form == "text":
        raise click.UsageError("--resume goes on with lines of JSON: give --format jsonl")


def _files(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if not path.is_dir()]


def _without(
    out: Path | None, tasks: Iterator[Task | DatelineError]
) -> Iterator[Task | DatelineError]:
    """The tasks but for the output itself, where that is in a folder that is read."""
    for task in tasks:
        report = Path(task.where) if isinstance(task, Task) and task.row is None else None
        if out is None or report is None or not same_file(out, report):
            yield task


def _left(
    tasks: Iterator[Task | DatelineError], out: Path | None
) -> Iterator[Task | DatelineError]:
    """The tasks that are not whole in an output that is gone on with."""
    done = whole_ids(out) if out else frozenset()
    return (task for task in tasks if isinstance(task, DatelineError) or task.key not in done)


def _results(
    tasks: Iterator[Task | DatelineError], jobs: int, scheduler: str | None
) -> Iterator[Result]:
    if scheduler is None:
        return run(tasks, jobs)
    from extract.batch.cluster import run_on_cluster  # few need it, and it loads an extra

    return run_on_cluster(tasks, scheduler)


def _write_text(tasks: Iterable[Task | DatelineError], out: Path | None) -> int:
    problems: list[str] = []
    doubts: list[str] = []
    with ExitStack() as stack:
        file = _opened(out, stack, append=False)
        for task in tasks:
            try:
                if isinstance(task, DatelineError):
                    raise task
                article = task.article()
                reading = task.reader.read(article)
                doubts.extend(article.problems)
            except DatelineError as error:
                problems.append(str(error))
                continue
            words = plain.listing(article, suggestions(article, reading))
            if out is None:  # whatever the terminal can show
                say_text(f"{words}\n\n")
            else:
                file.write(f"{words}\n\n".encode("utf-8", "replace"))
    return _tell_all(problems, doubts)


def _write_lines(results: Iterator[Result], out: Path | None, append: bool) -> int:
    problems: list[str] = []
    doubts: list[str] = []
    with ExitStack() as stack:
        file = _opened(out, stack, append)
        for result in stack.enter_context(_progress(results, out)):
            doubts.extend(result.doubts)
            if result.problem:
                problems.append(result.problem)
            else:
                # half a surrogate pair, which UTF-8 has no bytes for, becomes JSON's own escape
                file.write(f"{result.line}\n".encode("utf-8", "backslashreplace"))
    return _tell_all(problems, doubts)


def _tell_all(problems: list[str], doubts: list[str]) -> int:
    """Say what went wrong; the exit code, which what was read with doubts leaves at 0."""
    for problem in (*doubts, *problems):
        tell(problem)
    return FAILED if problems else 0


def _opened(out: Path | None, stack: ExitStack, append: bool) -> BinaryIO:
    if out is None:
        return sys.stdout.buffer
    try:
        return stack.enter_context(out.open("ab" if append else "wb"))
    except OSError as error:
        reason = (error.strerror or "no access").lower()
        raise OutputError(f"cannot be written ({reason})", out, "choose another") from None


def _progress(
    results: Iterator[Result], out: Path | None
) -> AbstractContextManager[Iterable[Result]]:
    """The results, counted on a terminal as they come."""
    hidden = out is None or not sys.stderr.isatty()
    return click.progressbar(
        results, label="Reports read", show_pos=True, file=sys.stderr, hidden=hidden
    )
