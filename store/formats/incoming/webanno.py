"""W3C Web Annotation: a collection, a page, one annotation or a list of them, as JSON-LD."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.incoming.raw import json_of, shown, tabled, whole, words
from store.formats.incoming.rows import own_of

Node = dict[str, Any]
_KEY = "urn:dateline:article:"
_OURS = "urn:dateline:"
_TYPES = frozenset({"Annotation", "AnnotationCollection", "AnnotationPage"})
WANTED = "a Web Annotation: an object with the type Annotation, AnnotationPage or so"


def webanno(data: bytes, where: str) -> Iterator[Incoming | UnreadableImportError]:
    """The annotations by the report they are about."""
    try:
        root = json_of(data, where)
        found = list(_annotations(root))
    except UnreadableImportError as error:
        yield error
        return
    if not is_webanno(root):
        yield UnreadableImportError("no annotation in it", where, f"expected {WANTED}")
    by_source: dict[str, list[Proposal | UnreadableImportError]] = defaultdict(list)
    hashes: dict[str, str] = {}
    for number, node in enumerate(found, 1):
        ident = node.get("id")
        place = f"{where}, annotation {shown(ident) if isinstance(ident, str) else number}"
        try:
            source, sha256 = _source(node, place)
            by_source[source].append(_proposal(node, place))
        except UnreadableImportError as error:
            yield error
            continue
        if sha256:
            hashes[source] = sha256
    for source, proposals in by_source.items():
        key = source.removeprefix(_KEY)
        yield Incoming(f"{where}, {shown(source)}", tuple(proposals), key, hashes.get(source))


def is_webanno(root: object) -> bool:
    """Whether what a file holds is of the model."""
    nodes = root if isinstance(root, list) else [root]
    return any(isinstance(node, dict) and _types(node) & _TYPES for node in nodes)


def _types(node: Node) -> set[str]:
    return {one for one in _list(node.get("type")) if isinstance(one, str)}


def _annotations(root: Any) -> Iterator[Node]:
    """All annotations below a node, in their order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict) and "Annotation" in _types(node):
            yield node
        elif isinstance(node, dict):
            waiting.extend(node[name] for name in ("next", "items", "first") if name in node)


def _source(node: Node, where: str) -> tuple[str, str | None]:
    targets = _list(node.get("target"))
    if not targets or not isinstance(targets[0], dict):
        raise UnreadableImportError("the target selects no words", where)
    source = targets[0].get("source")
    if isinstance(source, dict):
        source = source.get("id")
    state = targets[0].get("state")
    sha256 = state.get("value") if isinstance(state, dict) else None
    return words(source, "source", where), sha256 if isinstance(sha256, str) else None


def _proposal(node: Node, where: str) -> Proposal:
    bodies = list(_bodies(node))
    ours = next((body for body in bodies if body.get("dateline:kind") is not None), {})
    facts = {
        "id": _ident(node),
        "kind": ours.get("dateline:kind"),
        "fields": ours.get("dateline:fields"),
    }
    labels, tags = (_values(bodies, name, where) for name in ("classifying", "tagging"))
    if not labels:  # of who has no other word for it, the first tag is the label
        labels, tags = tags[:1], tags[1:]
    return Proposal(
        where,
        next(iter(labels), ""),
        tuple(_place(target, where) for target in _list(node.get("target"))),
        note="\n".join(_values(bodies, "commenting", where)),
        tags=tuple(tags),
        flag=bool(_values(bodies, "bookmarking", where)),
        state=next(iter(_values(bodies, "assessing", where)), None),
        own=own_of(facts, where),
    )


def _bodies(node: Node) -> Iterator[Node]:
    """The bodies, each with a purpose: its own, or what the annotation is for."""
    if isinstance(node.get("bodyValue"), str):
        yield {"value": node["bodyValue"], "purpose": node.get("motivation")}
    for body in _list(node.get("body")):
        if isinstance(body, str):
            continue  # the address of something
        if isinstance(body, dict):
            yield body if "purpose" in body else {**body, "purpose": node.get("motivation")}


def _ident(node: Node) -> str | None:
    """The id of the item that went out, which is the last part of ours."""
    ident = node.get("id")
    ours = isinstance(ident, str) and ident.startswith(_OURS)
    return str(ident).rpartition(":")[2] if ours else None


def _place(target: object, where: str) -> Place:
    found: dict[str, Any] = {}
    for one in _list(tabled(target, "target", where).get("selector")):
        selector = tabled(one, "selector", where)
        if selector.get("type") == "TextQuoteSelector":
            names = ("exact", "prefix", "suffix")
            found |= {name: words(selector.get(name), name, where) for name in names}
        elif selector.get("type") == "TextPositionSelector":
            found |= _offsets(selector, where)
    if not found:
        raise UnreadableImportError("the target selects no words", where)
    return Place(**found)


def _offsets(selector: Node, where: str) -> dict[str, int]:
    start, end = (whole(selector.get(name), name, where) for name in ("start", "end"))
    if not 0 <= start < end < 2**40:
        raise UnreadableImportError(f"no words at {shown(start)} to {shown(end)}", where)
    return {"start": start, "end": end}


def _values(bodies: list[Node], purpose: str, where: str) -> list[str]:
    return [
        words(body["value"], purpose, where)
        for body in bodies
        if purpose in _list(body.get("purpose")) and body.get("value") is not None
    ]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
