"""Asking for a line or for one of many. The screens for it load when they are first needed."""

from collections.abc import Callable, Iterable

from textual.screen import Screen

from tui.screens.choice import Choice


class Asking(Screen[None]):
    """What every part of the reader's screen can ask."""

    def ask(
        self,
        asked: str,
        then: Callable[[str], object],
        *,
        before: str = "",
        told: Callable[[str], str] | None = None,
        known: Iterable[str] = (),
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask for a line; `otherwise` is called where the person leaves without one."""
        from tui.screens.prompt import Prompt

        self.app.push_screen(
            Prompt(asked, before, told=told, known=known), _either(then, otherwise)
        )

    def choose(
        self,
        title: str,
        choices: Iterable[Choice],
        then: Callable[[str], object],
        *,
        current: str | None = None,
        told: Callable[[str], None] | None = None,
        empty: str = "Nothing has these words.",
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask for one of some choices; `then` gets its id."""
        from tui.screens.choose import Choose

        self.app.push_screen(
            Choose(title, choices, current=current, told=told, empty=empty),
            _either(then, otherwise),
        )


def _either(
    then: Callable[[str], object], otherwise: Callable[[], object] | None
) -> Callable[[str | None], None]:
    def answered(answer: str | None) -> None:
        if answer is not None:
            then(answer)
        elif otherwise is not None:
            otherwise()

    return answered
