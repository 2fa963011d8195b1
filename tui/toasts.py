"""Short messages over the screen: one door, whatever stands in their words."""

from typing import TypeVar

from textual.app import App
from textual.notifications import SeverityLevel

from tui.text.visible import visible

Result = TypeVar("Result")


class ToastingApp(App[Result]):
    """Shows what a terminal would act on, and takes no word of a report for markup."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        super().notify(
            visible(message),
            title=visible(title),
            severity=severity,
            timeout=timeout,
            markup=markup,
        )
