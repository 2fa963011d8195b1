"""What each phrase of a tree is to which other phrase, as labels for the relation tagger."""

from collections import Counter
from collections.abc import Sequence

from extract.tagger.relations import name_of
from train.trees import Chunk, Tree

OTHER = "dep"
"""Any relation that phrases are not given."""
_SPECIAL = {"nsubj:pass": "subjpass", "nmod:poss": "poss", "acl:relcl": "relcl"}
_NAMES = {
    "nsubj": "subj",
    "csubj": "csubj",
    "ROOT": "root",
    "compound": "nmod",
    "amod": "nmod",
    "nummod": "nmod",
}


def labels_of(
    trees: Sequence[Tree], chunks: Sequence[Sequence[Chunk]], rare: int
) -> list[list[str]]:
    """Labels such as "subj>V+1" for the phrases of each tree.

    One seen less than `rare` times over all trees becomes "subj>?".
    """
    labels = [
        [_label(tree, phrases, place, governor) for place, governor in enumerate(governors)]
        for tree, phrases in zip(trees, chunks, strict=True)
        for governors in [governors_of(tree, phrases)]
    ]
    seen = Counter(label for row in labels for label in row)
    return [
        [label if seen[label] >= rare else label.partition(">")[0] + ">?" for label in row]
        for row in labels
    ]


def governors_of(tree: Tree, chunks: Sequence[Chunk]) -> list[int | None]:
    """For each phrase the place of the phrase it depends on; none for that of the root.

    A clause with a copula is headed by the copula: subject and predicate both depend on it.
    """
    owner = {t: place for place, chunk in enumerate(chunks) for t in range(chunk.first, chunk.last)}
    return [_governor(tree, chunks, owner, place) for place in range(len(chunks))]


def relation_of(tree: Tree, chunk: Chunk) -> str:
    """What the phrase is in its clause; a verb group stands for its clause."""
    top = chunk.top
    if tree.copula_of(top) is not None and chunk.kind == "NP":
        return "pred"
    if chunk.kind == "VG" and tree.rel[top] == "cop":
        top = tree.heads[top]
    relation = _SPECIAL.get(tree.full[top]) or _NAMES.get(tree.rel[top], tree.rel[top])
    if relation == "xcomp" and chunk.kind == "NP":
        return "pred"
    return name_of(relation, chunk.kind) or OTHER


def _governor(tree: Tree, chunks: Sequence[Chunk], owner: dict[int, int], place: int) -> int | None:
    chunk = chunks[place]
    copula = tree.copula_of(chunk.top)
    if chunk.kind == "NP" and copula is not None and owner.get(copula, place) != place:
        return owner[copula]
    token = tree.heads[chunk.top] if tree.rel[chunk.top] == "cop" else chunk.top
    while tree.heads[token] != token:
        token = tree.heads[token]
        found = owner.get(tree.clause_head(token, owner))
        if found is not None and found != place:
            return found
    return None


def _label(tree: Tree, chunks: Sequence[Chunk], place: int, governor: int | None) -> str:
    relation = relation_of(tree, chunks[place])
    if governor is None:
        return f"{relation}>0"
    kind = chunks[governor].kind
    step = 1 if governor > place else -1
    distance = sum(
        chunks[other].kind == kind for other in range(place + step, governor + step, step)
    )
    return f"{relation}>{kind[0]}{step * distance:+d}"
