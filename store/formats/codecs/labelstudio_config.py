"""The labelling configuration of a project in Label Studio (https://labelstud.io/guide/setup)."""

from collections.abc import Iterable, Iterator

from store.formats.escaping import html
from store.formats.registry import Row
from store.items import State

TEXT, LABEL = "text", "label"
"""Names of the object, which is the column of the text too, and of the control for its regions."""
DECISION, FLAG, NOTE, TAGS = "decision", "flag", "note", "tags"
"""Names of the controls for a region as a whole."""
CHOICE_OF = {DECISION: tuple(state.value for state in State), FLAG: (FLAG,)}
"""What can be chosen, by control."""
_RELATION = "relation"
_COLOURS = (
    "#4c72b0", "#dd8452", "#55a868", "#c44e52", "#8172b3", "#937860", "#da8bc3", "#8c8c8c",
    "#ccb974", "#64b5cd",
)  # fmt: skip


def configuration(tasks: Iterable[Row]) -> str:
    """Return the configuration whose labels, relations and choices are those that tasks use."""
    results = [
        result
        for task in tasks
        for made in (*task["annotations"], *task["predictions"])
        for result in made["result"]
    ]
    return "".join(f"{line}\n" for line in _lines(results))


def _lines(results: list[Row]) -> Iterator[str]:
    used = {name: _used(results, name) for name in (LABEL, *CHOICE_OF)}
    yield "<View>"
    # Without it, white space is shown as one space, and what is drawn there loses its place.
    yield "  <Style>.htx-text { white-space: pre-wrap; }</Style>"
    roles = _roles(results)
    if roles:
        yield '  <Relations choice="multiple">'
        yield from (f'    <Relation value="{html(role)}"/>' for role in roles)
        yield "  </Relations>"
    yield f'  <Labels name="{LABEL}" toName="{TEXT}">'
    for number, label in enumerate(used[LABEL]):
        colour = _COLOURS[number % len(_COLOURS)]
        yield f'    <Label value="{html(label)}" background="{colour}"/>'
    yield "  </Labels>"
    yield f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>'
    for name in CHOICE_OF:
        yield f'  <Choices name="{name}" toName="{TEXT}" perRegion="true" choice="single">'
        for value in used[name]:
            yield f'    <Choice value="{html(value)}"/>'
        yield "  </Choices>"
    for name in (NOTE, TAGS):
        yield (
            f'  <TextArea name="{name}" toName="{TEXT}" perRegion="true" editable="true"'
            f' placeholder="{name}"/>'
        )
    yield "</View>"


def _used(results: list[Row], control: str) -> list[str]:
    kind = "labels" if control == LABEL else "choices"
    found = {
        value
        for result in results
        if result.get("from_name") == control
        for value in result["value"][kind]
    }
    known = CHOICE_OF.get(control, ())
    return [*known, *sorted(found - {*known})]


def _roles(results: list[Row]) -> list[str]:
    relations = (result for result in results if result["type"] == _RELATION)
    return sorted({role for relation in relations for role in relation["labels"]})
