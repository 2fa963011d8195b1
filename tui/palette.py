"""Looks into styles: colours from the theme, and for each mark a sign that needs no colour."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color, ColorParseError

from tui.text.looks import KINDS, Look
from tui.text.voices import COLOURS
from tui.themes import sixteen

if TYPE_CHECKING:
    from textual.app import App

_INK = {
    Look.DATE: "mark-date",
    Look.PLACE: "mark-place",
    Look.GROUP: "mark-group",
    Look.ORG: "mark-org",
    Look.MEDIA: "mark-media",
    Look.PERSON: "mark-person",
    Look.EVENT: "mark-event",
    Look.FIGURE: "mark-figure",
    Look.REJECTED: "mark-rejected",
    Look.STANDFIRST: "ink-muted",
}
"""Colour of each look; where looks overlap, the later one wins."""

_GROUND = {
    Look.ECHO: "echo-ground",
    Look.CHOSEN: "chosen-ground",
    Look.FOUND: "found-ground",
    Look.CURSOR: "cursor-ground",
    Look.FOUND_HERE: "hit-ground",
}

_SHAPE = {
    Look.TITLE: Style(bold=True),
    Look.STANDFIRST: Style(italic=True),
    Look.HEADING: Style(bold=True),
    Look.EVENT: Style(italic=True),
    Look.FIGURE: Style(bold=True),
    Look.REJECTED: Style(strike=True),
    Look.ACCEPTED: Style(underline=True),
    Look.CURSOR: Style(bold=True),
    Look.FOUND_HERE: Style(bold=True),
}
"""What holds on every terminal."""

_PLAIN_SHAPE = {
    **dict.fromkeys(
        [Look.PLACE, Look.GROUP, Look.ORG, Look.MEDIA, Look.PERSON], Style(italic=True, bold=True)
    ),
    Look.DATE: Style(italic=True),
    Look.SKIPPED: Style(dim=True),
    Look.ECHO: Style(dim=True, reverse=True),
    Look.CHOSEN: Style(reverse=True),
    Look.FOUND: Style(underline2=True),
    Look.CURSOR: Style(reverse=True),
    Look.FOUND_HERE: Style(reverse=True),
}
"""What comes in addition where colours are few or none."""


class Palette:
    """The styles of one theme on one terminal; each is made once."""

    def __init__(self, variables: Mapping[str, str], *, plain: bool = False) -> None:
        self._variables = variables
        self._plain = plain
        self._looks: dict[tuple[str, int], Style] = {}
        self._inks: dict[tuple[str, ...], Style] = {}

    def ink(self, name: str, ground: str = "background", *shapes: str) -> Style:
        """Return a theme colour on a ground, with shapes such as "bold"."""
        key = (name, ground, *shapes)
        if key not in self._inks:
            style = Style(color=self._colour(name), bgcolor=self._colour(ground))
            self._inks[key] = sum((Style.parse(shape) for shape in shapes), style)
        return self._inks[key]

    def voice(self, colour: int, ground: str = "background") -> Style:
        """Return the style of a source's letter and bar."""
        return self.ink(f"voice-{colour % COLOURS}", ground, "bold")

    def look(self, bits: int, ground: str = "background") -> Style:
        """Return the style of a character with these looks."""
        key = (ground, bits)
        if key not in self._looks:
            self._looks[key] = self._made(bits, ground)
        return self._looks[key]

    def _made(self, bits: int, ground: str) -> Style:
        if bits & KINDS:
            bits &= ~Look.REJECTED  # struck out only where nothing else stands
        style = self.ink("foreground", ground)
        for look in Look:
            if bits & look:
                style += self._part(look)
        return style

    def _part(self, look: Look) -> Style:
        ink, ground = _INK.get(look), _GROUND.get(look)
        style = Style(
            color=self._colour(ink) if ink else None,
            bgcolor=self._colour(ground) if ground else None,
        )
        style += _SHAPE.get(look, Style.null())
        return style + _PLAIN_SHAPE.get(look, Style.null()) if self._plain else style

    def _colour(self, name: str) -> RichColor | None:
        """The theme's colour; none where the theme leaves it to the terminal."""
        try:
            return Color.parse(self._variables[name]).rich_color
        except ColorParseError:
            return None


def palette_of(app: "App[object]") -> Palette:
    """Return the palette of the theme in use."""
    few_colours = app.console.color_system in (None, "standard")
    variables = app.theme_variables
    if few_colours:
        variables = sixteen(variables, app.current_theme.dark)
    return _palette(tuple(variables.items()), few_colours or app.no_color)


@lru_cache(maxsize=4)
def _palette(variables: tuple[tuple[str, str], ...], plain: bool) -> Palette:
    return Palette(dict(variables), plain=plain)
