"""Reviewed reports as the files of a format, with what it could not carry."""

from collections.abc import Sequence
from dataclasses import replace

from store.errors import StoreError
from store.formats.codecs import EXPORTS
from store.formats.document import Choice, Document, Wishes
from store.formats.losses import Losses, count_left_out


class LossyExportError(StoreError):
    """An export that was to be complete leaves something out."""


def export(
    form: str, documents: Sequence[Document], wishes: Wishes
) -> tuple[list[tuple[str, bytes]], Losses]:
    """Return the files of an export, and what it could not carry.

    Where a format has no place for what was decided, those items alone go out that hold.
    """
    found = EXPORTS[form]
    losses = Losses()
    count_left_out(documents, wishes.choice, found.carries, losses)
    if not found.carries.states and not found.carries.everything:
        wishes = replace(wishes, choice=Choice.ACCEPTED)
    return list(found.write(documents, wishes, losses)), losses
