"""The W3C's tests of annotations, told again, and a JSON-LD processor: nothing wrong, nothing lost.

The rules are the assertions that must hold of https://github.com/w3c/web-annotation-tests.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from depot import ITEMS, make_document
from quay import fetch, reviewed, seen, send, standing

from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.items import Item

Node = dict[str, Any]
MODEL = "http://www.w3.org/ns/anno.jsonld"
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def collection(*items: Item, key: str = "sahel/depot") -> Node:
    document = make_document()
    article = replace(document.article, key=key)
    document = Document(article, document.annotator, items or document.items)
    files, _ = export("webanno", [document], Wishes(Choice.ALL))
    found: Node = json.loads(dict(files)[""])
    return found


def annotations() -> Iterator[Node]:
    marked = (replace(item, note="a note", tags=("t",), flag=True) for item in ITEMS)
    yield from collection(*marked)["first"]["items"]


def is_address(value: object) -> bool:
    """Whether it is an absolute URI: of no other characters than a URI has."""
    known = isinstance(value, str) and bool(re.fullmatch(r"[\w:/?#\[\]@!$&'()*+,;=.~%-]+", value))
    return known and str(value).isascii() and bool(urlsplit(str(value)).scheme)


def test_collection_and_page_are_as_the_model_has_them() -> None:
    found = collection()
    page = found["first"]
    assert MODEL in found["@context"]
    assert (found["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert is_address(found["id"])
    assert is_address(page["id"])
    assert is_address(page["partOf"])
    assert found["total"] == len(page["items"]) > page["startIndex"] == 0


def test_an_annotation_has_one_address_its_type_and_a_known_motivation() -> None:
    for node in annotations():
        assert is_address(node["id"])
        assert node["type"] == "Annotation"
        assert node["motivation"] in MOTIVATIONS
        assert "bodyValue" not in node
        assert datetime.fromisoformat(node["created"]) <= datetime.fromisoformat(node["modified"])
        assert node["creator"]["type"] in ("Person", "Organization", "Software")


def test_every_body_is_a_text_with_a_known_purpose() -> None:
    for body in (body for node in annotations() for body in node["body"]):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in MOTIVATIONS
        assert body["format"].startswith("text/")
        assert not body.keys() & {"id", "source"}, "it would be another kind of body"


def test_every_target_has_a_source_selectors_and_a_state_by_address() -> None:
    for target in (target for node in annotations() for target in node["target"]):
        assert is_address(target["source"])
        assert is_address(target["state"])
        quote, position = target["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert all(isinstance(quote[name], str) for name in ("exact", "prefix", "suffix"))
        assert 0 <= position["start"] < position["end"]


def test_names_that_no_address_can_have_are_escaped() -> None:
    (node, *_) = collection(key="Ünrest in\tOshkara/№ 1%")["first"]["items"]
    assert is_address(node["id"])
    assert is_address(node["target"][0]["source"])


def test_addresses_are_the_same_from_export_to_export() -> None:
    document = make_document()
    later = replace(document, article=replace(document.article, sha256="0" * 64))
    first, second = (list(addresses(one)) for one in (document, later))
    assert first == second
    assert len(set(first)) == len(first)


def addresses(document: Document) -> Iterator[str]:
    files, _ = export("webanno", [document], Wishes())
    for node in json.loads(dict(files)[""])["first"]["items"]:
        yield node["id"]


def model_terms() -> Node:
    """Of the model's context the terms that we use, as its recommendation has them."""
    address = {"@type": "@id"}
    named = {"@type": "@vocab"}
    return {
        "id": "@id",
        "type": "@type",
        **{
            name: f"{OA}{name}"
            for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")
        },
        **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", *MOTIVATIONS)},
        "AnnotationCollection": f"{AS}OrderedCollection",
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "Person": "http://xmlns.com/foaf/0.1/Person",
        "Software": f"{AS}Application",
        "name": "http://xmlns.com/foaf/0.1/name",
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "format": "http://purl.org/dc/elements/1.1/format",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "created": "http://purl.org/dc/terms/created",
        "modified": "http://purl.org/dc/terms/modified",
        "creator": {"@id": "http://purl.org/dc/terms/creator", **address},
        "body": {"@id": f"{OA}hasBody", **address},
        "target": {"@id": f"{OA}hasTarget", **address},
        "source": {"@id": f"{OA}hasSource", **address},
        "selector": {"@id": f"{OA}hasSelector", **address},
        "state": {"@id": f"{OA}hasState", **address},
        "motivation": {"@id": f"{OA}motivatedBy", **named},
        "purpose": {"@id": f"{OA}hasPurpose", **named},
        "start": f"{OA}start",
        "end": f"{OA}end",
        "first": {"@id": f"{AS}first", **address},
        "items": {"@id": f"{AS}items", "@container": "@list", **address},
        "partOf": {"@id": f"{AS}partOf", **address},
        "startIndex": f"{AS}startIndex",
        "total": f"{AS}totalItems",
    }


def test_a_processor_of_linked_data_takes_it_apart_and_together_without_a_loss(
    tmp_path: Path,
) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")

    def load(url: str, options: object) -> Node:
        assert url == MODEL
        return {"document": {"@context": model_terms()}, "documentUrl": url, "contextUrl": None}

    folder = reviewed(tmp_path)
    out = send(folder, "webanno", tmp_path / "out.jsonld")
    root = json.loads(out.read_text(encoding="utf-8"))
    options = {"documentLoader": load}
    expanded = jsonld.expand(root, options)
    again = jsonld.compact(expanded, root["@context"], options)
    out.write_text(json.dumps(again), encoding="utf-8")
    assert fetch(folder, "webanno", out, "bea", decisions=True).problems == []
    assert seen(standing(folder, "bea")) == seen(standing(folder, "anna"))
