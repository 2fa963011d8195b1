"""The values that a person chooses from when correcting, in the words of their standards."""

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""Of a source, on the Admiralty scale."""

CREDIBILITY = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
"""Of what it says, on the same scale."""

LABELS = {
    "PERSON": "person",
    "PLACE": "place",
    "GROUP": "group",
    "ORG": "organisation",
    "MEDIA": "media",
    "DATE": "date",
}
"""Labels of entities with the words shown for them."""
