"""Short messages over the screen: one door, whatever stands in their words."""

from typing import TypeVar

from textual.app import App
from textual.notifications import Notify, SeverityLevel

from tui.text.visible import visible

Result = TypeVar("Result")


class ToastingApp(App[Result]):
    """Shows what a terminal would act on, and takes no word of a report for markup.

    What is said again while it still stands there stands there once.
    """

    def on_notify(self, event: Notify) -> None:
        said = event.notification.message
        for one in [one for one in self._notifications if one.message == said]:
            self._unnotify(one, refresh=False)

    def unsay(self) -> None:
        """Take off what was said in passing, which may hold no more; warnings and errors stay."""
        for one in [one for one in self._notifications if one.severity == "information"]:
            self._unnotify(one)

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
