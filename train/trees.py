"""Base noun phrases and verb groups, read off a Universal Dependencies tree.

A base noun phrase is a noun, name, pronoun or number with what stands before it and belongs to it,
up to a possessor: "[southern Syria] 's [Deraa province]". A verb group is a verb with its
auxiliaries, negation and "to": "[have been trying] [to block] [roads]".
"""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from train.data import Row

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MAYBE_NOMINAL = frozenset({"NUM", "ADJ", "DET", "SYM", "X", "VERB"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos", "dislocated", "vocative"})
_BEFORE = frozenset({"det", "amod", "nummod", "compound", "flat", "goeswith"})
_BEFORE_IN_FULL = frozenset({"nmod:poss", "nmod:unmarked", "nmod:desc", "cc:preconj"})
_JOINING_MARKS = frozenset("-–/\"“”'‘’")
_NO_CLAUSE = frozenset({"case", "mark", "cc", "fixed", "amod", "compound", "flat", "det"})
_BETWEEN = frozenset({"ADV", "PART"})


@dataclass(frozen=True)
class Chunk:
    """A phrase of a tree; `top` is the token that ties it to the rest of the tree."""

    kind: str
    first: int
    last: int
    top: int


class Tree:
    """A sentence with its dependencies."""

    def __init__(self, row: Row) -> None:
        self.words, self.upos, self.xpos = row["words"], row["upos"], row["xpos"]
        self.heads, self.full = row["heads"], row["deprel"]
        self.rel = [relation.split(":")[0] for relation in self.full]
        self.children: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """First and last token of each token's subtree, last exclusive."""
        spans = [(token, token + 1) for token in range(len(self.words))]
        for _ in range(len(self.words)):
            changed = False
            for token, head in enumerate(self.heads):
                low = min(spans[head][0], spans[token][0])
                high = max(spans[head][1], spans[token][1])
                if (low, high) != spans[head]:
                    spans[head] = (low, high)
                    changed = True
            if not changed:
                break
        return spans

    def has_child(self, token: int, relation: str) -> bool:
        """Whether a child of the token has the relation, whatever its subtype."""
        return any(self.rel[child] == relation for child in self.children[token])

    def copula_of(self, token: int) -> int | None:
        """The copula of a predicate, if it is one."""
        return next((child for child in self.children[token] if self.rel[child] == "cop"), None)

    def clause_head(self, token: int, within: Container[int]) -> int:
        """The copula of a predicate where it is one of those, else the token itself."""
        copula = self.copula_of(token)
        return copula if copula is not None and copula in within else token


def chunks_of(tree: Tree) -> list[Chunk]:
    """Base noun phrases and verb groups, in order, none overlapping another."""
    taken = [False] * len(tree.words)
    found = []
    for top in _by_height(tree):
        for token in (top, tree.copula_of(top)):
            chunk = None if token is None or taken[token] else _chunk(tree, token, taken)
            if chunk is not None:
                found.append(chunk)
                taken[chunk.first : chunk.last] = [True] * (chunk.last - chunk.first)
    return sorted(found, key=lambda chunk: chunk.first)


def _chunk(tree: Tree, top: int, taken: list[bool]) -> Chunk | None:
    if _is_nominal(tree, top):
        return _noun_phrase(tree, top, taken)
    return _verb_group(tree, top, taken) if _is_verbal(tree, top) else None


def _by_height(tree: Tree) -> list[int]:
    """Tokens, heads before their dependents."""
    order = [token for token, head in enumerate(tree.heads) if token == head]
    for token in order:
        order.extend(tree.children[token])
    return order


def _is_nominal(tree: Tree, top: int) -> bool:
    upos, rel = tree.upos[top], tree.rel[top]
    if upos in _NOMINAL:
        return True
    if rel == "conj" and upos in _MAYBE_NOMINAL:
        return _is_nominal(tree, tree.heads[top])
    if upos in {"NUM", "SYM"}:
        return rel not in {"nummod", "advmod", "discourse", "punct"}
    return upos in _MAYBE_NOMINAL and rel in _ARGUMENTS


def _noun_phrase(tree: Tree, top: int, taken: list[bool]) -> Chunk:
    first = _reach_left(tree, top, taken)
    last = top + 1
    while last < len(tree.words) and not taken[last] and _continues(tree, top, last):
        last += 1
    return Chunk("NP", first, last, top)


def _reach_left(tree: Tree, top: int, taken: list[bool]) -> int:
    first = top
    for child in reversed([c for c in tree.children[top] if c < top]):
        low, high = tree.spans[child]
        if high != first or any(taken[low:high]) or not _modifies(tree, child):
            break
        first = low
    while first < top and tree.rel[first] == "punct":
        first += 1
    return first


def _modifies(tree: Tree, child: int) -> bool:
    """Whether a dependent before its noun is part of its base phrase."""
    rel = tree.rel[child]
    if tree.has_child(child, "case"):
        return rel == "nummod"
    if rel == "punct":
        return tree.words[child] in _JOINING_MARKS
    return rel in _BEFORE or tree.full[child] in _BEFORE_IN_FULL


def _continues(tree: Tree, top: int, token: int) -> bool:
    head = tree.heads[token]
    if not top <= head < token:
        return False
    if tree.rel[token] in {"flat", "goeswith"}:
        return True
    counts = tree.upos[token] == "NUM" and tree.rel[token] in {"nummod", "nmod"}
    return counts and head == top == token - 1


def _is_verbal(tree: Tree, top: int) -> bool:
    if tree.upos[top] == "AUX":
        return tree.rel[top] != "aux"
    return tree.upos[top] == "VERB" and tree.rel[top] not in _NO_CLAUSE


def _verb_group(tree: Tree, top: int, taken: list[bool]) -> Chunk:
    owner = tree.heads[top] if tree.rel[top] == "cop" else top
    parts = {child for child in tree.children[owner] if child < top and _helps(tree, child)}
    first, place = top, top - 1
    while place >= 0 and not taken[place] and (place in parts or tree.upos[place] in _BETWEEN):
        if place in parts:
            first = place
        place -= 1
    last = top + 1
    if last < len(tree.words) and not taken[last] and tree.heads[last] == top:
        last += tree.full[last] == "compound:prt"
    return Chunk("VG", first, last, top)


def _helps(tree: Tree, child: int) -> bool:
    """Whether a child of a verb is an auxiliary, or the "to" of an infinitive."""
    if tree.rel[child] == "aux":
        return True
    return tree.rel[child] == "mark" and tree.words[child].lower() == "to"
