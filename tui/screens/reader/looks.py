"""How the screen looks: colours, and the text alone."""

from tui.config import remember
from tui.screens.choice import Choice
from tui.screens.reader.base import ReaderBase


class Looks(ReaderBase):
    """The actions that change the looks of the screen and nothing else."""

    def action_zen(self) -> None:
        self.toggle_class("-zen")
        self.remove_class("-lists")
        self.article.focus()

    def action_theme(self) -> None:
        before = self.app.theme

        def keep(name: str) -> None:
            self._try(name)
            remember("theme", name)

        names = sorted(self.app.available_themes, key=lambda name: (not _is_ours(name), name))
        choices = [
            Choice(name, name, "made for reading" if _is_ours(name) else "") for name in names
        ]
        self.choose(
            "Colours",
            choices,
            keep,
            current=before,
            told=self._try,
            otherwise=lambda: self._try(before),
        )

    def _try(self, name: str) -> None:
        self.app.theme = name


def _is_ours(name: str) -> bool:
    return name.startswith("dateline-")
