"""W3C Web Annotation: a collection, a page, one annotation or a list of them, as JSON-LD."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.items import Kind

Node = dict[str, Any]
_KEY = "urn:dateline:article:"


def webanno(data: bytes, where: str) -> Iterator[Incoming | UnreadableImportError]:
    """The annotations by the report they are about."""
    try:
        whole = json.loads(data)
    except ValueError as error:
        yield UnreadableImportError(f"not JSON ({error})", where)
        return
    by_source: dict[str, list[Proposal | UnreadableImportError]] = defaultdict(list)
    hashes: dict[str, str] = {}
    for number, node in enumerate(_annotations(whole), 1):
        place = f"{where}, annotation {node.get('id') or number}"
        try:
            source, sha256 = _source(node)
            by_source[source].append(_proposal(node, place))
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            yield UnreadableImportError(f"a field is missing or wrong ({error})", place)
            continue
        if sha256:
            hashes[source] = sha256
    for source, proposals in by_source.items():
        key = source.removeprefix(_KEY)
        yield Incoming(f"{where}, {source}", tuple(proposals), key, hashes.get(source))


def _annotations(node: Any) -> Iterator[Node]:
    if isinstance(node, list):
        for one in node:
            yield from _annotations(one)
    elif isinstance(node, dict):
        kinds = _list(node.get("type"))
        if "Annotation" in kinds:
            yield node
        for name in ("first", "items", "next"):
            if name in node and "Annotation" not in kinds:
                yield from _annotations(node[name])


def _source(node: Node) -> tuple[str, str | None]:
    target = _list(node["target"])[0]
    if isinstance(target, str):
        raise ValueError("the target selects no words")
    state = target.get("state") or {}
    return str(target["source"]), state.get("value") if isinstance(state, dict) else None


def _proposal(node: Node, where: str) -> Proposal:
    bodies = [body for body in _list(node.get("body")) if isinstance(body, dict)]
    values = next((body for body in bodies if "dateline:fields" in body), {})
    return Proposal(
        where,
        next(iter(_values(bodies, "classifying")), "")
        or next(iter(_values(bodies, "tagging")), ""),
        tuple(_place(target) for target in _list(node["target"])),
        note="\n".join(_values(bodies, "commenting")),
        tags=tuple(_values(bodies, "tagging")),
        flag=bool(_values(bodies, "bookmarking")),
        state=_first(bodies, "assessing") or None,
        kind=Kind(values["dateline:kind"]) if values else None,
        fields=values.get("dateline:fields") or {},
    )


def _place(target: Node) -> Place:
    found: dict[str, Any] = {}
    for selector in _list(target["selector"]):
        if selector["type"] == "TextQuoteSelector":
            found |= {name: selector.get(name, "") for name in ("exact", "prefix", "suffix")}
        elif selector["type"] == "TextPositionSelector":
            found |= {"start": int(selector["start"]), "end": int(selector["end"])}
    return Place(**found)


def _values(bodies: list[Node], purpose: str) -> list[str]:
    return [
        str(body["value"])
        for body in bodies
        if purpose in _list(body.get("purpose")) and "value" in body
    ]


def _first(bodies: list[Node], purpose: str) -> str:
    return next(iter(_values(bodies, purpose)), "")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
