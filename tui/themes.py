"""The two themes made for reading, and what any other theme lacks for our marks.

A theme gives colours alone; what tells marks apart without colour stands in `tui.palette`. Hues
follow Okabe and Ito's set for colour-blind readers: yellow figures, vermilion events, blue-green
places, blue sides and organisations, orange people, purple dates.
"""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

_DARK_INKS = {
    "ink-muted": "#8f9299",
    "ink-faint": "#5c6068",
    "ink-key": "#d9d3c3",
    "mark-figure": "#f2d27e",
    "mark-event": "#e58f7b",
    "mark-person": "#e0a970",
    "mark-place": "#7fc4a0",
    "mark-group": "#86b4e6",
    "mark-org": "#86b4e6",
    "mark-media": "#8ecbd6",
    "mark-date": "#bfa6e0",
    "mark-rejected": "#8a8d94",
    "sign-accepted": "#8fc66e",
    "sign-rejected": "#e5786d",
    "sign-skipped": "#8f9299",
    "sign-alert": "#f0b45c",
    "cursor-ground": "#57471b",
    "echo-ground": "#33301f",
    "found-ground": "#23485c",
    "hit-ground": "#2f7ba3",
    "chosen-ground": "#3d3560",
    "row-ground": "#343942",
    "bar-ground": "#242830",
    "voice-0": "#7fb2ea",
    "voice-1": "#c79be0",
    "voice-2": "#a3c76d",
    "voice-3": "#e8b25e",
    "voice-4": "#6fc7b8",
    "voice-5": "#e58fa8",
    "voice-6": "#c9c08a",
    "voice-7": "#a8a6ea",
}
_LIGHT_INKS = {
    "ink-muted": "#635f56",
    "ink-faint": "#a39c8d",
    "ink-key": "#3a3730",
    "mark-figure": "#7f5c00",
    "mark-event": "#ad3620",
    "mark-person": "#8a4b10",
    "mark-place": "#1a6b4a",
    "mark-group": "#1f5494",
    "mark-org": "#1f5494",
    "mark-media": "#155f6e",
    "mark-date": "#5f3d9e",
    "mark-rejected": "#736d61",
    "sign-accepted": "#356815",
    "sign-rejected": "#b3261e",
    "sign-skipped": "#635f56",
    "sign-alert": "#8a5000",
    "cursor-ground": "#f2d98a",
    "echo-ground": "#f1e8c9",
    "found-ground": "#cfe6ef",
    "hit-ground": "#8cc7e2",
    "chosen-ground": "#d9cff2",
    "row-ground": "#dfd5c0",
    "bar-ground": "#e6dece",
    "voice-0": "#1f5494",
    "voice-1": "#7a3a9a",
    "voice-2": "#3f6617",
    "voice-3": "#835400",
    "voice-4": "#0f6b5e",
    "voice-5": "#a52a54",
    "voice-6": "#6a6320",
    "voice-7": "#4a46a8",
}

_SIXTEEN = {
    "mark-figure": "yellow",
    "mark-event": "red",
    "mark-person": "magenta",
    "mark-place": "green",
    "mark-group": "blue",
    "mark-org": "blue",
    "mark-media": "cyan",
    "mark-date": "cyan",
    "sign-accepted": "green",
    "sign-rejected": "red",
    "sign-alert": "yellow",
    "voice-0": "blue",
    "voice-1": "magenta",
    "voice-2": "green",
    "voice-3": "yellow",
    "voice-4": "cyan",
    "voice-5": "red",
}

DARK = Theme(
    name="dateline-dark",
    primary="#86b4e6",
    secondary="#7fc4a0",
    accent="#f2d27e",
    warning="#f0b45c",
    error="#e5786d",
    success="#8fc66e",
    foreground="#d9d6cd",
    background="#16181c",
    surface="#1c1f24",
    panel="#242830",
    dark=True,
    variables=_DARK_INKS,
)
LIGHT = Theme(
    name="dateline-light",
    primary="#1f5494",
    secondary="#1a6b4a",
    accent="#7f5c00",
    warning="#9a5b00",
    error="#b3261e",
    success="#3c7318",
    foreground="#2b2924",
    background="#f7f2e8",
    surface="#f0e9db",
    panel="#e6dece",
    dark=False,
    variables=_LIGHT_INKS,
)
OWN_THEMES = (DARK, LIGHT)


def sixteen(variables: Mapping[str, str], dark: bool) -> dict[str, str]:
    """Return the colours of a theme for a terminal of sixteen,
    where the nearest to most would be grey."""
    shade = "ansi_bright_" if dark else "ansi_"
    return {**variables, **{name: shade + colour for name, colour in _SIXTEEN.items()}}


def inks(theme: Theme) -> dict[str, str]:
    """Return our colours for a theme that does not set them, its own shades of grey among them."""
    ours = dict(_DARK_INKS if theme.dark else _LIGHT_INKS)
    if theme.ansi or not theme.foreground or not theme.background:
        return ours
    paper, ink = Color.parse(theme.background), Color.parse(theme.foreground)
    shades = {"ink-key": 0.9, "ink-muted": 0.65, "ink-faint": 0.35, "row-ground": 0.16}
    return {**ours, **{name: paper.blend(ink, share).hex for name, share in shades.items()}}
