"""Sentences made up for training."""

import pytest

from train.attachments import governors_of, relation_of
from train.news import made_sentences
from train.trees import Tree, chunks_of

_TREES = [Tree(row) for row in made_sentences()]


def test_they_are_the_same_each_time() -> None:
    assert made_sentences() == made_sentences()


@pytest.mark.parametrize("tree", _TREES[:30], ids=lambda tree: " ".join(tree.words))
def test_each_is_a_tree_with_one_root(tree: Tree) -> None:
    roots = [token for token, head in enumerate(tree.heads) if token == head]
    assert [tree.full[root] for root in roots] == ["ROOT"]
    assert tree.spans[roots[0]] == (0, len(tree.words))


@pytest.mark.parametrize("tree", _TREES[:30], ids=lambda tree: " ".join(tree.words))
def test_one_phrase_hangs_on_nothing_and_holds_the_root(tree: Tree) -> None:
    chunks = chunks_of(tree)
    governors = governors_of(tree, chunks)
    free = [chunk for chunk, on in zip(chunks, governors, strict=True) if on is None]
    assert [tree.full[chunk.top] for chunk in free] == ["ROOT"]


def test_no_phrase_is_of_a_relation_without_a_name() -> None:
    assert all(relation_of(t, chunk) != "dep" for t in _TREES for chunk in chunks_of(t))
