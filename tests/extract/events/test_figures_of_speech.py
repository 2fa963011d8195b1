"""Words for violence that stand for none, and the same words where they stand for it."""

import pytest

from extract import pipeline
from extract.doc.clauses import clauses_of
from extract.doc.phrase_node import nodes_in
from extract.events.figures_of_speech import FIGURES, Figure, is_figure_of_speech
from extract.events.trigger_lexicon import hits_in
from extract.load import from_text
from extract.tagger import parse

VIOLENT = [
    "Gunmen attacked a court in Vemu, killing two judges.",
    "Police came under fire from snipers in Vemu.",
    "Reporters were attacked by police in Vemu.",
    "An attack on a newspaper office in Vemu killed three journalists.",
    "A prisoner was killed in court in Vemu.",
    "Fans attacked the referee with knives in Vemu.",
]


@pytest.mark.parametrize("figure", FIGURES, ids=[figure.name for figure in FIGURES])
def test_a_figure_of_speech_is_told_by_its_words(figure: Figure) -> None:
    words = figure.example.partition("[")[2].partition("]")[0]
    doc = parse(from_text(figure.example.replace("[", "").replace("]", ""), key="t"))
    (sentence,) = doc.sentences
    clauses = clauses_of(doc, sentence)
    (hit,) = [h for h in hits_in(doc.syntax, sentence) if doc.words[h.first] == words.split()[0]]
    node = nodes_in(clauses).holding(hit.head)
    assert node is not None
    assert figure.is_there(node, hit.head)
    assert is_figure_of_speech(hit, clauses)


@pytest.mark.parametrize("text", VIOLENT)
def test_what_is_meant_as_it_stands_is_no_figure_of_speech(text: str) -> None:
    assert pipeline.read(from_text(text, key="t")).incidents
