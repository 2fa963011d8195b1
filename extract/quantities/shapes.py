"""Digits that are no count by their shape: times, dates in digits, references, telephones."""

import re

from extract.records import Span

_CLOCK_END = (
    r"(?:[ap]\.?\s?m\b\.?|noon\b|GMT\b|UTC\b|[A-Z]{1,4}[SD]?T\b|hours\b|hrs\b|local\stime\b)"
)
_SHAPES = re.compile(
    rf"""
    (?: https?:// | www\. ) \S{{1,500}}
  | [\w.+-]{{1,64}} @ [\w-]{{1,64}} \. [\w.-]{{2,64}}
  | \d{{4}}-\d{{2}}-\d{{2}} (?: T [\d:.]{{4,15}} Z? )?                  # ISO dates
  | \d{{1,4}} ([/.]) \d{{1,4}} \1 \d{{1,4}} (?: \1 \d{{1,4}} )*         # 3/4/2020, 10.4.1
  | \d{{1,2}} (?: :\d{{2}} )? \s? (?: - | – | to | and ) \s?
        \d{{1,2}} (?: :\d{{2}} )? \s? [ap]\.?m\b \.?                      # 5 to 10 p.m.
  | \d{{1,2}} : \d{{2}} (?: :\d{{2}} )? (?: \s? {_CLOCK_END} )?         # 10:35 a.m., 4:39
  | \d{{1,2}} [.]\d{{2}} \s? [ap]\.?m\b                                 # 10.45pm
  | \d{{1,2}} \s? [ap]\.?\s?m\b \.?                                     # 5am
  | \d{{4}} \s? (?: GMT | UTC | hours\sGMT | hrs | [A-Z]ST | local\stime )\b
  | [012]\d{{3}} \s hours\b (?= \s (?:local|on|GMT|this|yesterday|today) )
  | (?<!\d) \d{{1,9}} (?:,\d{{3}}){{0,4}} \s? (?: st|nd|rd|th )\b           # 21st
  | (?: \d{{4}} | \d0 ) ['’]?s\b                                        # 1970s
  | ['’]\d\ds?\b                                                        # '88
  | [\[(] \s? \d{{1,2}} \s? [\])] (?! \s? (?:dead|killed|wounded|injured) )   # [3], (4)
  | \( \d{{4}} (?: \s? [-–—] \s? \d{{2,4}} )? \)                        # (1973)
  | (?<!\d) -? \d{{1,4}} (?:\.\d{{1,9}})? \s? °
        (?: \s? \d{{1,4}} (?:\.\d{{1,9}})? \s? [′'’] 
            (?: \s? \d{{1,4}} (?:\.\d{{1,9}})? \s? [″"”] )? )?
        \s? [NSEWnsew]\b (?: [\s,]{{1,3}} -?\d+ (?:\.\d+)? )?           # co-ordinates
  | -? \d{{1,3}}\.\d{{2,7}} \s?[;,]\s? -? \d{{1,3}}\.\d{{2,7}}          # 33.783; 44.500
  | \+ \d [\d\s().-]{{6,20}} \d                                         # telephones
  | \( \d{{2,5}} \) \s? \d{{3}} [\s-]? \d{{3,4}}
  | \d{{1,5}} (?: - \d{{1,5}} ){{2,5}}                                  # also number plates, codes
  | \b \d{{3}} - \d{{4}} \b
  | (?: [#№] | \bNo\.? | \bNos\.? | \bno\. ) \s? \d{{1,15}} (?: [-,–]\s?\d{{1,15}} )*
        (?! [,.]?\d | \s? (?:million|billion|bn|m)\b )
  | (?<!\d) \d{{1,9}} (?:\.\d{{1,9}})? \s? [×x] \s? 10 [-−]? \d{{0,9}}        # 1.9×10−30
  | \b (?i:nineteen|eighteen) [\s-] (?i:hundred|(?:twen|thir|for|fif|six|seven|eigh|nine)ty) \b
        (?: [\s-] (?i:one|two|three|four|five|six|seven|eight|nine)\b )?  # nineteen ninety-four
  | \b (?: 24/7 | 9/11 | 7/7 | 50[/-]50 )
  | ^ [^\S\n]* \(? \d{{1,2}} [.)] (?= \s )                              # 1. in a list
    """,
    re.VERBOSE | re.MULTILINE,
)


def odd_digits(text: str) -> list[Span]:
    """Stretches whose digits count nothing, in order."""
    return [Span(*match.span()) for match in _SHAPES.finditer(text)]
