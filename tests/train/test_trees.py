"""Phrases and their relations, read off trees."""

import pytest
from treebank import rows

from train.attachments import governors_of, labels_of, relation_of
from train.trees import Tree, chunks_of

_TREES = [Tree(row) for row in rows()]
_PHRASES = [
    "[The army] {shelled} [two villages] .",
    "[Three men] {were hurt} by [gunmen] near [Vantia] .",
    "[Vantia] 's [mayor] {is} [a doctor] .",
    "[He] {said} that [rebels] {had fled} and not {returned}",
    "[President Omar Sy] {vowed} {to carry out} [Syrian and Iraqi plans]",
]
_RELATIONS = [
    "subj>shelled root obj>shelled",
    "subjpass>hurt root obl>hurt obl>hurt",
    "poss>mayor subj>is root pred>is",
    "subj>said root subj>fled ccomp>said conj>fled",
    "subj>vowed root xcomp>vowed obj>carry",
]


@pytest.mark.parametrize(("tree", "shown"), zip(_TREES, _PHRASES, strict=True))
def test_a_tree_has_base_phrases(tree: Tree, shown: str) -> None:
    words = list(tree.words)
    for chunk in chunks_of(tree):
        left, right = ("[", "]") if chunk.kind == "NP" else ("{", "}")
        words[chunk.first] = left + words[chunk.first]
        words[chunk.last - 1] += right
    assert " ".join(words) == shown


@pytest.mark.parametrize(("tree", "shown"), zip(_TREES, _RELATIONS, strict=True))
def test_phrases_hang_on_phrases(tree: Tree, shown: str) -> None:
    chunks = chunks_of(tree)
    found = []
    for chunk, governor in zip(chunks, governors_of(tree, chunks), strict=True):
        head = "" if governor is None else f">{tree.words[chunks[governor].top]}"
        found.append(relation_of(tree, chunk) + head)
    assert " ".join(found) == shown


def test_labels_count_phrases_of_a_kind() -> None:
    chunks = [chunks_of(tree) for tree in _TREES]
    assert labels_of(_TREES, chunks, rare=1)[0] == ["subj>V+1", "root>0", "obj>V-1"]


def test_rare_labels_lose_their_place() -> None:
    chunks = [chunks_of(tree) for tree in _TREES]
    told = labels_of(_TREES, chunks, rare=4)
    assert (told[0][0], told[2][0]) == ("subj>V+1", "poss>?")
