"""`dateline serve`: the reader in a browser."""

import re
import shlex
import sys
import tempfile
from datetime import date
from importlib import resources
from pathlib import Path

import click

from extract.errors import MissingReportError
from store.formats.extras import needs
from tui.commands import options

_TEMPLATE = "app_index.html"
_FETCHED_FONT = re.compile(r"<link[^>]*fonts\.googleapis\.com[^>]*>")


@click.command("serve")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@options.published
@options.notes
@options.annotator
def command(
    path: Path,
    host: str,
    port: int,
    published: date | None,
    notes: Path | None,
    annotator: str | None,
) -> int:
    """Open the reader in a browser, at http://127.0.0.1:8000 unless told otherwise.

    Whoever can reach the address can read and decide: there is no login. Needs the extra:
    pip install 'dateline[web]'.

    \b
    Example:
      dateline serve reports/ --as anna
    """
    if not path.exists():
        raise MissingReportError("no such file or folder", path, "check the name")
    with needs("textual-serve", "web"):
        from textual_serve.server import Server
    wishes = {"--as": options.who(annotator), "--notes": notes, "--date": published}
    given = [part for name, value in wishes.items() if value for part in (name, str(value))]
    reader = shlex.join([sys.executable, "-m", "tui", "read", str(path.absolute()), *given])
    with tempfile.TemporaryDirectory() as folder:
        _write_offline_page(Path(folder))
        Server(reader, host=host, port=port, title="Dateline", templates_path=folder).serve()
    return 0


def _write_offline_page(folder: Path) -> None:
    """textual-serve's page without its link to a font on the network, which can hold it up."""
    page = resources.files("textual_serve").joinpath("templates", _TEMPLATE)
    words = page.read_text(encoding="utf-8")
    (folder / _TEMPLATE).write_text(_FETCHED_FONT.sub("", words), encoding="utf-8")
