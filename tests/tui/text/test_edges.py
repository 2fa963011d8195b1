"""A selection that moves and grows by word, sentence and paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from extract.records import Block, Span
from extract.vocabulary import BlockKind
from tui.text.edges import Edges

TEXT = "One man left. Two stayed, he said.\nThe rest? Unknown."
BLOCKS = [Block(BlockKind.PARAGRAPH, 0, 34), Block(BlockKind.PARAGRAPH, 35, len(TEXT))]
EDGES = Edges(TEXT, BLOCKS)


def words(span: Span) -> str:
    return span.of(TEXT)


def at(found: str) -> Span:
    start = TEXT.index(found)
    return Span(start, start + len(found))


def test_the_start_moves_by_words() -> None:
    assert words(EDGES.start_moved(at("left"), -1)) == "man left"
    assert words(EDGES.start_moved(at("man left"), 1)) == "left"


def test_the_end_moves_by_words() -> None:
    assert words(EDGES.end_moved(at("Two"), 1)) == "Two stayed"
    assert words(EDGES.end_moved(at("Two stayed"), -1)) == "Two"


def test_an_edge_does_not_pass_the_other() -> None:
    assert EDGES.start_moved(at("left"), 1) == at("left")
    assert EDGES.end_moved(at("left"), -1) == at("left")


def test_edges_move_by_characters() -> None:
    assert words(EDGES.nudged(at("left"), start=1)) == "eft"
    assert words(EDGES.nudged(at("left"), end=-1)) == "lef"


def test_a_selection_grows_to_its_sentence_and_on_by_one_more() -> None:
    sentence = EDGES.sentence(at("man"))
    assert words(sentence) == "One man left."
    assert words(EDGES.sentence(sentence)) == "One man left. Two stayed, he said."


def test_a_sentence_does_not_leave_its_paragraph() -> None:
    assert words(EDGES.sentence(at("he said"))) == "Two stayed, he said."


def test_a_selection_grows_to_its_paragraph() -> None:
    assert words(EDGES.block(at("rest"))) == "The rest? Unknown."


def test_the_word_at_an_offset_or_the_next() -> None:
    assert words(EDGES.word_at(0)) == "One"
    assert words(EDGES.word_at(3)) == "man"
    assert words(EDGES.word_at(len(TEXT))) == "."


@given(st.text(min_size=1).filter(str.strip), st.data())
def test_whatever_moves_the_selection_stays_in_the_text(text: str, data: st.DataObject) -> None:
    edges = Edges(text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    span = edges.word_at(data.draw(st.integers(0, len(text))))
    for _ in range(5):
        by = data.draw(st.sampled_from([-1, 1]))
        move = data.draw(st.sampled_from([edges.start_moved, edges.end_moved, edges.moved]))
        span = data.draw(st.sampled_from([move(span, by), edges.sentence(span), edges.block(span)]))
        assert 0 <= span.start < span.end <= len(text)


def test_a_nudge_does_not_part_an_accent_from_its_letter() -> None:
    text = "in Bogota\u0301 now"
    edges = Edges(text, [])
    assert edges.nudged(Span(3, 8), end=1).of(text) == "Bogota\u0301"
    assert edges.nudged(Span(3, 10), end=-1).of(text) == "Bogot"
    assert edges.word_at(4).of(text) == "Bogota\u0301"
