"""The values that a person chooses from when correcting, in the words of their standards."""

EVENT_KINDS: dict[str, tuple[str, ...]] = {
    "Battles": (
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
    ),
    "Explosions/Remote violence": (
        "Air/drone strike",
        "Chemical weapon",
        "Grenade",
        "Remote explosive/landmine/IED",
        "Shelling/artillery/missile attack",
        "Suicide bomb",
    ),
    "Violence against civilians": (
        "Abduction/forced disappearance",
        "Attack",
        "Sexual violence",
    ),
    "Protests": (
        "Excessive force against protesters",
        "Peaceful protest",
        "Protest with intervention",
    ),
    "Riots": ("Mob violence", "Violent demonstration"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
    "Other": (),
}
"""Event types and sub-event types of the ACLED codebook, and "Other" for what it has none for."""

SOURCE_KINDS = (
    "official",
    "party",
    "monitor",
    "media",
    "witness",
    "local",
    "activist",
    "anonymous",
    "unknown",
)

FATES = (
    "killed",
    "wounded",
    "casualties",
    "missing",
    "captured",
    "abducted",
    "displaced",
    "besieged",
    "evacuated",
    "released",
    "surrendered",
    "participants",
    "destroyed",
    "seized",
    "strikes",
    "duration",
    "distance",
    "money",
    "age",
    "share",
    "other",
)

STANCES = (
    "neutral",
    "claim",
    "deny",
    "accuse",
    "confirm",
    "estimate",
    "warn",
    "urge",
    "commit",
    "think",
)

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
