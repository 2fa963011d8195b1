"""Countries by their names in the news, and the words for their people."""

from extract.gazetteer.keys import key_of
from extract.lexicon import cached, table


def country_named(name: str) -> str | None:
    """ISO 3166-1 code of the country that goes by the name ("Burma" is MM), or none.

    Where two share a name ("Congo"), the first in the list.
    """
    return _by_name().get(key_of(name))


def is_country(name: str) -> bool:
    """Whether a country goes by the name."""
    return key_of(name) in _by_name()


def countries_of_people(word: str) -> tuple[str, ...]:
    """Codes of the countries whose people or adjective the word is ("Congolese"), or none at all.

    Only a word with a capital counts, in whichever case the rest is.
    """
    return _by_people().get(key_of(word), ()) if word[:1].isupper() else ()


def name_of_country(code: str) -> str | None:
    """The usual English name of the country with that code."""
    return next(iter(table("countries").get(code, {}).get("names", ())), None)


@cached
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, entry in table("countries").items():
        for name in entry["names"]:
            found.setdefault(key_of(name), code)
    return found


@cached
def _by_people() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, entry in table("countries").items():
        for word in entry["demonyms"]:
            key = key_of(word)
            found[key] = (*found.get(key, ()), code)
    return found
