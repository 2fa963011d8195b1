"""One incident over several reports as an HTML page that prints: claims, plot, quotes.

Without scripts or network, like the page of a report; all words of reports are escaped.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from store.formats.codecs.html import POLICY, STYLE
from store.formats.escaping import html as escape
from store.formats.place_map import maps
from store.formats.toll_plot import svg
from store.incidents.accounts import Claim
from store.incidents.kept import How
from store.incidents.rules import differing
from store.incidents.tolls import by_source, marks, speaker
from store.incidents.values import NUMBERS, Column
from store.incidents.view import IncidentView
from store.incidents.wording import (
    adopted_told,
    columns_of,
    heading,
    how_told,
    line,
    told,
    type_told,
)
from store.places.where import Where
from store.wording import day, filled

_OWN_STYLE = Path(__file__).with_name("incident_page.css")


def page(view: IncidentView, rule: How, annotator: str, where: Where | None = None) -> str:
    """Return the page of an incident; `rule` is the library's for numbers that nobody adopted,
    `where` the place on the map, if it is known."""
    row = view.row
    parts = (type_told(row.values), row.values.place, told(Column.DAY, row.values.day))
    title = escape(", ".join(filled(*parts)) or "An incident")
    style = STYLE.read_text(encoding="utf-8") + _OWN_STYLE.read_text(encoding="utf-8")
    number = len(row.reports)
    facts = f"{number} report{'s' * (number != 1)}, {row.origins} origin{'s' * (row.origins != 1)}"
    note = f"<p><strong>Note:</strong> {escape(row.note)}</p>" if row.note else ""
    body = [
        "<!doctype html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{style}</style></head>",
        f"<body><header><h1>{title}</h1>",
        f"<p>{escape(line(row))}</p>",
        f"<p>{escape(facts)} · annotated by {escape(annotator)}</p>{note}</header>",
        *_map(view, where),
        *_claims(view, rule),
        *_plots(view),
        *_quotes(view.claims),
        *_links(view),
        "</body></html>",
    ]
    return "\n".join(body) + "\n"


def _map(view: IncidentView, where: Where | None) -> Iterator[str]:
    if where is not None and where.has_point:
        yield f"<p>{escape(', '.join(filled(view.row.values.place, where.told)))}</p>"
        yield from maps([(view.row.values.place, where)])


def _claims(view: IncidentView, rule: How) -> Iterator[str]:
    claims = view.claims
    columns, first = columns_of(view), {claim.account: claim for claim in reversed(claims)}
    letters, rival = marks(claims), differing(claim.values for claim in claims)
    heads = ["", "report", "source", *map(heading, columns)]
    yield '<section><h2>Claims</h2><div class="table"><table>'
    yield f"<thead><tr>{_cells(heads, 'th')}</tr></thead><tbody>"
    yield f'<tr class="row">{_cells(_row_values(view, columns, rule), "td")}</tr>'
    for number, claim in enumerate(claims, 1):
        mark = letters.get(speaker(claim), "")
        yield f'<tr><td><a href="#q{number}">{mark} {number}</a></td>'
        yield _cells([_report(claim), _source(claim)], "td")
        for column in columns:
            name = ' class="differs"' if column in rival and claim.values.get(column) else ""
            # What all claims of an account share stands with the first of them.
            shown = column in NUMBERS or first[claim.account] is claim
            words = told(column, claim.values.get(column)) if shown else ""
            yield f"<td{name if words else ''}>{escape(words)}</td>"
        yield "</tr>"
    yield "</tbody></table></div></section>"


def _row_values(view: IncidentView, columns: Sequence[Column], rule: How) -> Iterator[str]:
    values = view.row.values
    yield from ("", "adopted", "")
    for column in columns:
        toll = values.tolls.get(column)
        words = adopted_told(toll) if toll else told(column, values.get(column))
        how = how_told(column, view.adopted.get(column), rule)
        yield f"{words} · {how}" if words else ""


def _plots(view: IncidentView) -> Iterator[str]:
    letters = marks(view.claims)
    for column in NUMBERS:
        series = by_source(view.claims, column)
        if sum(len(points) for points in series.values()) > 1:
            yield f"<section><h2>{heading(column).capitalize()} by day of publication</h2>"
            yield svg({letters[name]: points for name, points in series.items()})
            named = ", ".join(f"{letters[name]} {name}" for name in series)
            yield f"<p>{escape(named)}</p></section>"


def _quotes(claims: Iterable[Claim]) -> Iterator[str]:
    yield "<section><h2>Quotes</h2>"
    for number, claim in enumerate(claims, 1):
        quoted = escape(claim.words).replace(
            escape(claim.quote.exact), f'<mark class="figure">{escape(claim.quote.exact)}</mark>', 1
        )
        where = f"{claim.account.report}, characters {claim.quote.start} to {claim.quote.end}"
        yield f'<blockquote id="q{number}"><p>{quoted}</p>'
        yield f"<p>{number}. {escape(_source(claim))}, in {escape(_report(claim))}"
        yield f"<br><small>{escape(where)}</small></p></blockquote>"
    yield "</section>"


def _links(view: IncidentView) -> Iterator[str]:
    whys = [link.why for link in view.links if link.why]
    if whys:
        listed = "".join(f"<li>{escape(why)}</li>" for why in whys)
        yield f"<section><h2>Why these are one incident</h2><ul>{listed}</ul></section>"


def _report(claim: Claim) -> str:
    return ", ".join(filled(claim.publisher, day(claim.published) if claim.published else ""))


def _source(claim: Claim) -> str:
    return ", ".join(filled(claim.source or "the report itself", claim.grade))


def _cells(cells: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
