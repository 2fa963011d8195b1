"""Reports that carry the same text are known, whatever stands above and below it."""

from extract.accounts import Joiner, Telling, fingerprint
from extract.accounts.near_copies import Origins

STORY = """Gunmen on motorcycles opened fire on a crowded livestock market in the northern village
of Oshkara on Tuesday, killing at least 14 people and wounding 23 others, officials and residents
said. The governor of Nahr province blamed the attack on a separatist group that has fought the
government since 2016. A spokesman for the group denied that its fighters had carried out the attack
and said the gunmen belonged to a militia. Two residents reached by telephone said about 30 men
arrived at around ten in the morning and set fire to stalls and a grain store. Among the dead were
two policemen who tried to stop the attackers, a security official said on condition of anonymity.
Schools in the district will stay closed until Monday, and the road to the capital was shut."""
OTHER = """The burial of the nineteen dead drew thousands to the riverside on Thursday, where
an imam read the names aloud and shopkeepers kept their shutters down. Soldiers stood along the bank
while a delegation from the capital arrived too late to hear the prayers. Families spoke of sons who
had gone to sell cattle, of a grandmother and a boy of four, and of five women carried away towards
the hills. A ransom has been asked for them, a brother said, more than the village earns in a year.
The commissioner promised that the barracks would be moved nearer to the wells before the rains."""


def origins_of(**texts: str) -> list[tuple[str, ...]]:
    """The reports by origin."""
    origins = Origins()
    for report, text in texts.items():
        origins.add(report, fingerprint(text))
    return list(origins.among(texts))


def test_another_heading_and_a_cut_ending_are_no_other_origin() -> None:
    cut = "Market attack kills 14\n\nBy our own correspondent\n\n" + STORY[: len(STORY) * 2 // 3]
    assert origins_of(a=STORY, b=cut, c=OTHER) == [("a", "b"), ("c",)]


def test_a_quoted_sentence_makes_no_copy() -> None:
    quoting = OTHER + " " + STORY[:120]
    assert origins_of(a=STORY, b=quoting) == [("a",), ("b",)]


def test_short_texts_are_never_copies() -> None:
    assert origins_of(a="Five people died in Oshkara.", b="Five people died in Oshkara.") == [
        ("a",),
        ("b",),
    ]


def test_a_copy_that_is_taken_out_leaves_the_others_apart() -> None:
    joiner = Joiner()
    for report in "abc":
        joiner.add(Telling(report, fingerprint=fingerprint(STORY)))
    assert joiner.origins.among("abc") == (("a", "b", "c"),)
    joiner.remove("b")
    assert joiner.origins.among("ac") == (("a", "c"),)
