"""What a report on a trial or sentence tells of the act that it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.doc.setting_scope import is_tried
from extract.incidents.acts import Act


def dated_later(doc: Doc, acts: Sequence[Act]) -> Iterator[Act]:
    """Yield the acts; those that the lead tells as what somebody is tried for have the day of the
    past act that goes back to them.

    "The trial over the bombing opened on Monday. The attack on 9 May, in which ...": the bombing
    was on 9 May.
    """
    for place, act in enumerate(acts):
        tried = act.leads and act.days is None and is_tried(doc, act.event.span.start)
        later = (one for one in acts[place + 1 :] if one.points_back and one.is_background)
        told = next((one for one in later if one.own_day), None) if tried else None
        if told is None:
            yield act
        else:
            event = replace(act.event, when=told.event.when, status=told.event.status)
            yield replace(act, event=event, days=told.days)
