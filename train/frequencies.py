"""Cuts the list of English words by how common they are out of wordfreq (data CC BY-SA 4.0).

    python train/frequencies.py

Needs wordfreq, which nothing at run time imports. One line a tenth of the Zipf scale (7 is a word
in a hundred, 3 one in a million), the most common first.
"""

from collections import defaultdict
from pathlib import Path

from extract.gazetteer import key_of

FILE = Path(__file__).parents[1] / "extract" / "accounts" / "frequencies.txt"
MANY = 20_000
"""Words asked for; what is rarer counts as unknown."""
HEADING = (
    "# How common English words are, on the Zipf scale: wordfreq 3.1.1 (CC BY-SA 4.0), made by\n"
    "# train/frequencies.py.\n"
)


def main() -> None:
    """Write the file."""
    import wordfreq

    seen: set[str] = set()
    bands: defaultdict[float, list[str]] = defaultdict(list)
    for word in wordfreq.top_n_list("en", MANY):
        key = key_of(word)
        if key.isalpha() and len(key) > 1 and key not in seen:
            seen.add(key)
            bands[round(wordfreq.zipf_frequency(word, "en"), 1)].append(key)
    lines = [f"{zipf} {' '.join(sorted(bands[zipf]))}" for zipf in sorted(bands, reverse=True)]
    FILE.write_text(HEADING + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
