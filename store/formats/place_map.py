"""A small map as SVG: the outline of a country, and where its incidents were."""

from collections.abc import Iterator, Mapping, Sequence

from extract.gazetteer import name_of_country
from store.formats.escaping import html as escape
from store.formats.outlines import Outline, outline_of
from store.places.where import Where

_MARGIN = 8
_RADIUS = 4
_BESIDE = 7
"""From a point to its number."""
_RIGHT = 0.75
"""Of the frame: beyond it, a number stands to the left of its point."""


def maps(places: Sequence[tuple[str, Where]], *, numbered: bool = False) -> Iterator[str]:
    """Yield a map of each country in which some places lie, by what each is called there.

    Where they are `numbered`, each begins with a number, which stands beside its point as well.
    A place without coordinates, or outside the frame, such as an overseas part, is on none.
    """
    countries = dict.fromkeys(where.country for _, where in places if where.has_point)
    for country in countries:
        outline = outline_of(country)
        if outline is not None:
            found = _points(outline, [one for one in places if one[1].country == country])
            if found:
                yield _figure(name_of_country(country) or country, outline, found, numbered)


def _points(
    outline: Outline, places: Sequence[tuple[str, Where]]
) -> dict[tuple[float, float], list[str]]:
    """What is at each point, in units of the frame."""
    found: dict[tuple[float, float], list[str]] = {}
    for called, where in places:
        location = where.location if where.has_point else None
        point = outline.place(location.latitude, location.longitude) if location else None
        if point is not None:
            found.setdefault(point, []).append(called)
    return found


def _figure(
    name: str,
    outline: Outline,
    points: Mapping[tuple[float, float], Sequence[str]],
    numbered: bool,
) -> str:
    box = f"{-_MARGIN} {-_MARGIN} {outline.width + 2 * _MARGIN} {outline.height + 2 * _MARGIN}"
    told = "; ".join(dict.fromkeys(one for some in points.values() for one in some))
    drawn = "".join(_dot(point, called) for point, called in points.items())
    if numbered:
        drawn += "".join(_number(point, called, outline) for point, called in points.items())
    return (
        f'<figure class="map"><svg viewBox="{box}" role="img" aria-label="{escape(name)}: '
        f'{escape(told)}" xmlns="http://www.w3.org/2000/svg">'
        f'<path class="land" d="{outline.path}"/>{drawn}</svg>'
        f"<figcaption>{escape(name)}: {escape(told)}</figcaption></figure>"
    )


def _dot(point: tuple[float, float], called: Sequence[str]) -> str:
    x, y = point
    title = escape("; ".join(dict.fromkeys(called)))
    at = f'cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}"'
    return f'<circle class="place" {at}><title>{title}</title></circle>'


def _number(point: tuple[float, float], called: Sequence[str], outline: Outline) -> str:
    """The numbers of what is at a point, on the side that has room for them."""
    x, y = point
    told = escape(", ".join(dict.fromkeys(one.split()[0] for one in called)))
    right = x < outline.width * _RIGHT
    side = (x + _BESIDE, "start") if right else (x - _BESIDE, "end")
    at = f'x="{side[0]:.1f}" y="{y + _RADIUS:.1f}" text-anchor="{side[1]}"'
    return f"<text {at}>{told}</text>"
