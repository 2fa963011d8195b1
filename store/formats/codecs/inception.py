"""UIMA CAS XMI with its type system, which INCEpTION imports ("UIMA CAS XMI (XML 1.0)").

One span layer and one relation layer carry everything; values stand in string features.
"""

from collections.abc import Sequence
from typing import Any

from extract.errors import needs
from extract.harmless import harmless
from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import one_line
from store.formats.losses import Carries, Losses
from store.formats.marks import Mark, graph
from store.formats.registry import Files, export_format
from store.formats.tokens import tokens_of
from store.wording import claim

SPAN_TYPE = "webanno.custom.DatelineSpan"
LINK_TYPE = "webanno.custom.DatelineRelation"
_SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
_TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
_FEATURES = ("label", "state", "claim", "note", "tags")


@export_format(
    "inception",
    "UIMA CAS XMI for INCEpTION, a folder",
    carries=Carries(links=True, notes=True, tags=True, states=True),
    is_own=lambda start: (
        start.has("<?xml") and (start.has("", "xmi") or start.has("", "typeSystem"))
    ),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one .xmi an article, and the type system they share.

    Raises:
        MissingExtraError: if dkpro-cassis is not installed.
    """
    types = _type_system()
    yield "TypeSystem.xml", types.to_xml().encode()
    for document in documents:
        yield f"{document.article.key}.xmi", _xmi(document, wishes.choice, types)


def _type_system() -> Any:
    with needs("dkpro-cassis", "inception"):
        import cassis
    types = cassis.load_dkpro_core_typesystem()
    span = types.create_type(name=SPAN_TYPE, supertypeName="uima.tcas.Annotation")
    for name in _FEATURES:
        types.create_feature(domainType=span, name=name, rangeType="uima.cas.String")
    link = types.create_type(name=LINK_TYPE, supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=link, name="label", rangeType="uima.cas.String")
    for name in ("Governor", "Dependent"):
        types.create_feature(domainType=link, name=name, rangeType=SPAN_TYPE)
    return types


def _xmi(document: Document, choice: Choice, types: Any) -> bytes:
    import cassis

    article = document.article
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = harmless(article.text)
    cas.sofa_mime = "text/plain"
    _add_units(cas, document, types)
    made = graph(document.chosen(choice), len(article.text))
    span_type, link_type = types.get_type(SPAN_TYPE), types.get_type(LINK_TYPE)
    spans = {mark.number: _span(mark, span_type) for mark in made.marks}
    cas.add_all(list(spans.values()))
    for link in made.links:
        head, child = spans[link.head], spans[link.child]
        cas.add(
            link_type(
                begin=child.begin, end=child.end, label=link.role, Governor=head, Dependent=child
            )
        )
    return str(cas.to_xmi()).encode()


def _add_units(cas: Any, document: Document, types: Any) -> None:
    """Tokens and, for want of finer ones, blocks as sentences: the editor needs both."""
    tokens = tokens_of(document.article.text)
    token, sentence = types.get_type(_TOKEN), types.get_type(_SENTENCE)
    cas.add_all(
        [token(begin=tokens.starts[n], end=tokens.ends[n]) for n in range(len(tokens))]
        + [sentence(begin=block.start, end=block.end) for block in document.article.blocks]
    )


def _span(mark: Mark, span_type: Any) -> Any:
    values = {"begin": mark.span.start, "end": mark.span.end, "label": mark.label}
    if mark.item:
        values |= {
            "state": mark.item.state.value,
            "claim": one_line(claim(mark.item)),
            "note": harmless(mark.item.note),
            "tags": one_line(" ".join(mark.item.tags)),
        }
    return span_type(**values)
