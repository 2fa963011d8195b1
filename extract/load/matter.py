"""The YAML at the head of a Markdown report, read without trust."""

from datetime import datetime
from typing import Any

from extract.errors import LoadError
from extract.load.facts import LARGEST

_PASSED = "so passed over"
_MEND = "mend or remove it"
_DEEPEST = 40

_ODD = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
"""What PyYAML fails with on words that are not of the type that is written before them."""


def front_matter(content: str, where: object) -> dict[str, Any]:
    """The named values of front matter.

    A value that is no YAML of its own, such as the day 2024-02-31, comes as the words that stand
    there. Aliases are refused: a few lines of them stand for more than any memory holds.

    Raises:
        LoadError: if it is no YAML mapping, has aliases, or is longer or deeper than facts are.
    """
    import yaml  # only reports with front matter pay for it

    if len(content) > LARGEST:
        raise LoadError(f"front matter is too long, {_PASSED}", where, _MEND)
    try:
        _check(yaml.parse(content, Loader=yaml.SafeLoader), where)
        loader = _forgiving(yaml.SafeLoader)(content)
        found = loader.get_single_data()
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise LoadError(
            f"front matter is not YAML (line {line}), {_PASSED}", where, _MEND
        ) from None
    except (*_ODD, RecursionError):
        raise LoadError(f"front matter holds what no fact is, {_PASSED}", where, _MEND) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        what = f"front matter is not a list of 'name: value', {_PASSED}"
        raise LoadError(what, where, _MEND)
    return {str(key): _plain(value) for key, value in found.items()}


def _check(events: Any, where: object) -> None:
    """Refuse aliases and depth as they come, before anything is built of them."""
    import yaml

    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise LoadError(f"front matter has aliases, {_PASSED}", where, "write the values out")
        if depth > _DEEPEST:
            raise LoadError(f"front matter is too deep, {_PASSED}", where, _MEND)


def _forgiving(base: Any) -> Any:
    """A loader that gives the words of what cannot be a date or a number."""

    class Forgiving(base):  # type: ignore[misc]
        def construct_object(self, node: Any, deep: bool = False) -> Any:
            try:
                return super().construct_object(node, deep)
            except _ODD:
                if not isinstance(node.value, str):
                    raise
                return node.value

    return Forgiving


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
