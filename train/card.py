"""The card that goes with the models."""

from datetime import date
from pathlib import Path

from train.measure import (
    NAME_PARTS,
    SYNTAX_PARTS,
    chunk_f1,
    name_f1,
    pos_accuracy,
    relation_f1,
)
from train.news import made_sentences

_CARD = """\
# The taggers that ship with Dateline

Four linear-chain conditional random fields, run by python-crfsuite: `pos.crf` (parts of speech),
`chunks.crf` (base noun phrases and verb groups), `relations.crf` (what each phrase is to which
other) and `names.crf` (people, places, organisations and other names). For news in English.

Made on {day} with `make models`, which makes them again bit for bit from the same data with the
same release of python-crfsuite. Sizes: {sizes}.

## Sources and licence

The models are licensed CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), as the data
they were made from asks; the program's own code keeps the MIT licence. They were made from

- Universal Dependencies English EWT: Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe,
  Samuel Bowman, Miriam Connor, John Bauer and Christopher Manning, "A Gold Standard Dependency
  Corpus for English", LREC 2014. CC BY-SA 4.0.
- Universal Dependencies English GUM, without its non-commercial genres: Amir Zeldes, "The GUM
  Corpus: Creating Multilayer Resources in the Classroom", Language Resources and Evaluation 51
  (2017). CC BY 4.0. Its names (academic, court, interview, news): CC BY 4.0 and CC BY 2.5.
- Universal NER, English EWT: Stephen Mayhew and others, "Universal NER: A Gold-Standard
  Multilingual Named Entity Recognition Benchmark", NAACL 2024. CC BY-SA 4.0. The data are those
  of its first release; its final files differ in places.
- Wikigold: Dominic Balasuriya and others, "Named Entity Recognition in Wikipedia", 2009. CC BY 4.0
  on text of Wikipedia.
- {made} sentences in the manner of news agencies, made up for the purpose (`train/news.toml`).
- The gazetteer of `extract/gazetteer`, cut from GeoNames (https://www.geonames.org). CC BY 4.0.

Universal Dependencies English PUD (CC BY-SA 3.0) and Universal NER on it were used for tests only.

## Figures

All in per cent, on the test parts, each step on what the steps before it found.

{syntax}

{names}

Names count when kind and both borders are right.
"""


def card(data: Path, models: Path) -> str:
    """The text of MODELS.md, with the figures of the models on the test files."""
    files = sorted(models.glob("*.crf"))
    sizes = ", ".join(f"{file.stem} {file.stat().st_size / 1e6:.2f} MB" for file in files)
    return _CARD.format(
        day=date.today().isoformat(),
        sizes=sizes,
        syntax=_syntax_table(data, models),
        names=_names_table(data, models),
        made=len(made_sentences()),
    )


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _syntax_table(data: Path, models: Path) -> str:
    relation = {part: relation_f1(data, models, part) for part in SYNTAX_PARTS}
    rows = [
        ["parts of speech, accuracy", *(_f(pos_accuracy(data, models, p)) for p in SYNTAX_PARTS)],
        *(
            [f"{name}, F1", *(_f(chunk_f1(data, models, part, kind)) for part in SYNTAX_PARTS)]
            for kind, name in (("NP", "base noun phrases"), ("VG", "verb groups"))
        ),
        *(
            [f"phrases with the right {name}, F1", *(_f(relation[p][n]) for p in SYNTAX_PARTS)]
            for n, name in enumerate(("relation", "governor", "relation and governor"))
        ),
    ]
    return _table(["", "EWT", "GUM", "PUD"], rows)


def _names_table(data: Path, models: Path) -> str:
    scores = {part: name_f1(data, models, part) for part in NAME_PARTS}
    kinds = {"PER": "people", "ORG": "organisations", "LOC": "places", "all": "all three"}
    rows = [
        [f"names of {name}, F1" if kind != "all" else "names of all three, F1"]
        + [_f(scores[part][kind]) for part in NAME_PARTS]
        for kind, name in kinds.items()
    ]
    return _table(["", "UNER EWT", "UNER PUD", "GUM"], rows)


def _f(value: float) -> str:
    return f"{value:.1f}"
