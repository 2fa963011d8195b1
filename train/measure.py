"""How good the models are on the test files, end to end."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from extract.tagger import relations, shallow_parsing
from train.attachments import governors_of, relation_of
from train.data import Row, sentences, texts
from train.fit import tagger_of
from train.names import marked_sentences
from train.syntax import chunk_labels, tagged
from train.trees import Tree, chunks_of

SYNTAX_PARTS = ("test-ewt", "test-gum", "test-pud")
NAME_PARTS = ("test-uner", "test-pud", "test-gum")
_SCORED = ("PER", "ORG", "LOC")


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall, in per cent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def pos_accuracy(data: Path, models: Path, part: str) -> float:
    """Words with the right universal part of speech, in per cent."""
    rows = sentences(data, part)
    pairs = [
        (tag.partition("-")[0], gold)
        for row, tags in zip(rows, tagged(rows, models / "pos.crf"), strict=True)
        for tag, gold in zip(tags, row["upos"], strict=True)
    ]
    return 100 * sum(tag == gold for tag, gold in pairs) / len(pairs)


def chunk_f1(data: Path, models: Path, part: str, kind: str) -> float:
    """F1 of exact phrases of one kind, on tags by the model."""
    rows = sentences(data, part)
    tagger = tagger_of(models / "chunks.crf")
    tally: Counter[str] = Counter()
    for row, tags in zip(rows, tagged(rows, models / "pos.crf"), strict=True):
        gold = {run for run in shallow_parsing.runs_of(chunk_labels(row)) if run[0] == kind}
        labels = tagger.tag(shallow_parsing.chunk_features(row["words"], tags))
        found = {run for run in shallow_parsing.runs_of(labels) if run[0] == kind}
        tally.update(right=len(gold & found), found=len(found), gold=len(gold))
    return f1(tally["right"], tally["found"], tally["gold"])


def relation_f1(data: Path, models: Path, part: str) -> tuple[float, float, float]:
    """F1 of phrases with the right relation, the right governor, and both, on found phrases."""
    rows = sentences(data, part)
    tally: Counter[str] = Counter()
    for row, tags in zip(rows, tagged(rows, models / "pos.crf"), strict=True):
        gold, found = _gold_relations(row), _found_relations(row["words"], tags, models)
        tally.update(found=len(found), gold=len(gold))
        for run, (relation, governor) in found.items():
            told = gold.get(run)
            if told is not None:
                tally["relation"] += told[0] == relation
                tally["governor"] += told[1] == governor
                tally["both"] += told == (relation, governor)
    score = _scorer(tally)
    return score("relation"), score("governor"), score("both")


def _scorer(tally: Counter[str]) -> Callable[[str], float]:
    return lambda what: f1(tally[what], tally["found"], tally["gold"])


_Hung = dict[shallow_parsing.Run, tuple[str, shallow_parsing.Run | None]]


def _gold_relations(row: Row) -> _Hung:
    tree = Tree(row)
    phrases = chunks_of(tree)
    runs = [(chunk.kind, chunk.first, chunk.last) for chunk in phrases]
    names = [relations.name_of(relation_of(tree, chunk), chunk.kind) for chunk in phrases]
    return _hung(runs, list(zip(names, governors_of(tree, phrases), strict=True)))


def _found_relations(words: Sequence[str], tags: Sequence[str], models: Path) -> _Hung:
    chunker, relater = tagger_of(models / "chunks.crf"), tagger_of(models / "relations.crf")
    runs = list(shallow_parsing.runs_of(chunker.tag(shallow_parsing.chunk_features(words, tags))))
    labels = relater.tag(relations.features_of(words, tags, runs)) if runs else []
    return _hung(runs, relations.links_of(labels, runs))


def _hung(runs: Sequence[shallow_parsing.Run], links: Sequence[relations.Link]) -> _Hung:
    return {
        run: (relation, None if place is None else runs[place])
        for run, (relation, place) in zip(runs, links, strict=True)
    }


def name_f1(data: Path, models: Path, part: str) -> dict[str, float]:
    """F1 of exact names by kind, and together under "all"; unannotated words are left out."""
    tagger = tagger_of(models / "names.crf")
    tally: Counter[tuple[str, str]] = Counter()
    for marked in marked_sentences(texts(data, part), models / "pos.crf"):
        gold = set(shallow_parsing.runs_of([label or "O" for label in marked.labels]))
        found = {
            (kind, start + first, start + last)
            for (start, _), features in zip(marked.windows, marked.features, strict=True)
            for kind, first, last in shallow_parsing.runs_of(tagger.tag(features))
            if None not in marked.labels[start + first : start + last]
        }
        tally.update(("right", kind) for kind, _, _ in gold & found)
        tally.update(("found", kind) for kind, _, _ in found)
        tally.update(("gold", kind) for kind, _, _ in gold)

    def score(*kinds: str) -> float:
        return f1(
            *(sum(tally[what, kind] for kind in kinds) for what in ("right", "found", "gold"))
        )

    return {**{kind: score(kind) for kind in _SCORED}, "all": score(*_SCORED)}
