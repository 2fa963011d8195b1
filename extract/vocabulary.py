"""The closed vocabularies of the reading, each value once.

Outcomes follow the figures of Airwars, UCDP and casualty recorders; event types and sub-types are
those of the ACLED codebook (2025); stances are those of cues; kinds of sources follow the weight as
evidence that coders give them; statuses are those of PLOVER. All of them are strings, so that what
is kept stays readable.
"""

from enum import StrEnum


class BlockKind(StrEnum):
    """The part that a stretch of text plays in a report."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    ROW = "row"
    """Of a table; rows that follow one another are of one table, unless heads stand between."""


class Label(StrEnum):
    """What an entity is."""

    PERSON = "PERSON"
    PLACE = "PLACE"
    GROUP = "GROUP"
    """A side, an armed group or people by description: "government forces", "residents"."""
    ORG = "ORG"
    MEDIA = "MEDIA"
    DATE = "DATE"


class MentionForm(StrEnum):
    """How a mention refers to its entity."""

    NAME = "name"
    NOMINAL = "nominal"
    """A description with a common noun for its head: "the watchdog", "rebels"."""
    DEMONYM = "demonym"
    """A nationality or another adjective of a place: "Syrian"."""


class Precision(StrEnum):
    """How much of the calendar a `When` covers."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class Qualifier(StrEnum):
    """What a report says of a number's exactness."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Directness(StrEnum):
    """Whether an attribution quotes."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Status(StrEnum):
    """Whether an event happened (PLOVER's historical, future, hypothetical, negated)."""

    ACTUAL = "actual"
    BACKGROUND = "background"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Severity(StrEnum):
    """How much a check should worry the reader."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(StrEnum):
    """What became of those that a figure counts, or what it measures."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    """Killed and wounded, told as one number."""
    MISSING = "missing"
    CAPTURED = "captured"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    BESIEGED = "besieged"
    EVACUATED = "evacuated"
    RELEASED = "released"
    SURRENDERED = "surrendered"
    PARTICIPANTS = "participants"
    DESTROYED = "destroyed"
    SEIZED = "seized"
    STRIKES = "strikes"
    DURATION = "duration"
    DISTANCE = "distance"
    MONEY = "money"
    AGE = "age"
    SHARE = "share"
    OTHER = "other"


HARM = frozenset(
    {
        Outcome.KILLED,
        Outcome.WOUNDED,
        Outcome.CASUALTIES,
        Outcome.MISSING,
        Outcome.CAPTURED,
        Outcome.ABDUCTED,
        Outcome.DISPLACED,
        Outcome.BESIEGED,
        Outcome.EVACUATED,
        Outcome.RELEASED,
        Outcome.SURRENDERED,
    }
)
"""Outcomes of people that figures of a conflict tell."""
MATERIAL = frozenset({Outcome.DESTROYED, Outcome.SEIZED, Outcome.STRIKES})
"""Those of things, and strikes."""


class Sex(StrEnum):
    """What a report tells of the sex of a person."""

    FEMALE = "female"
    MALE = "male"


class Stance(StrEnum):
    """How a cue presents what is said."""

    NEUTRAL = "neutral"
    CLAIM = "claim"
    DENY = "deny"
    ACCUSE = "accuse"
    CONFIRM = "confirm"
    ESTIMATE = "estimate"
    WARN = "warn"
    URGE = "urge"
    COMMIT = "commit"
    THINK = "think"


class SourceKind(StrEnum):
    """Who a source is."""

    OFFICIAL = "official"
    PARTY = "party"
    """A party to the conflict."""
    MONITOR = "monitor"
    MEDIA = "media"
    WITNESS = "witness"
    LOCAL = "local"
    ACTIVIST = "activist"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """Event types of the ACLED codebook, and `OTHER` for what it has none for."""

    BATTLES = "Battles"
    REMOTE_VIOLENCE = "Explosions/Remote violence"
    AGAINST_CIVILIANS = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC = "Strategic developments"
    OTHER = "Other"


class SubType(StrEnum):
    """Sub-event types of the ACLED codebook, and one for what is on none of its lists."""

    ARMED_CLASH = "Armed clash"
    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    AIR_STRIKE = "Air/drone strike"
    CHEMICAL_WEAPON = "Chemical weapon"
    GRENADE = "Grenade"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    SHELLING = "Shelling/artillery/missile attack"
    SUICIDE_BOMB = "Suicide bomb"
    ABDUCTION = "Abduction/forced disappearance"
    ATTACK = "Attack"
    SEXUAL_VIOLENCE = "Sexual violence"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    PEACEFUL_PROTEST = "Peaceful protest"
    PROTEST_WITH_INTERVENTION = "Protest with intervention"
    MOB_VIOLENCE = "Mob violence"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"
    ACCIDENT = "Accident"
    """A crash, a flood, a fire that nobody lit: neither ACLED nor UCDP has rows of them."""


SUB_TYPES: dict[EventType, tuple[SubType, ...]] = {
    EventType.BATTLES: (
        SubType.ARMED_CLASH,
        SubType.GOVERNMENT_REGAINS,
        SubType.NON_STATE_OVERTAKES,
    ),
    EventType.REMOTE_VIOLENCE: (
        SubType.AIR_STRIKE,
        SubType.CHEMICAL_WEAPON,
        SubType.GRENADE,
        SubType.REMOTE_EXPLOSIVE,
        SubType.SHELLING,
        SubType.SUICIDE_BOMB,
    ),
    EventType.AGAINST_CIVILIANS: (
        SubType.ABDUCTION,
        SubType.ATTACK,
        SubType.SEXUAL_VIOLENCE,
    ),
    EventType.PROTESTS: (
        SubType.EXCESSIVE_FORCE,
        SubType.PEACEFUL_PROTEST,
        SubType.PROTEST_WITH_INTERVENTION,
    ),
    EventType.RIOTS: (SubType.MOB_VIOLENCE, SubType.VIOLENT_DEMONSTRATION),
    EventType.STRATEGIC: (
        SubType.AGREEMENT,
        SubType.ARRESTS,
        SubType.CHANGE_TO_GROUP,
        SubType.DISRUPTED_WEAPONS,
        SubType.BASE_ESTABLISHED,
        SubType.LOOTING,
        SubType.NON_VIOLENT_TRANSFER,
        SubType.OTHER,
    ),
    EventType.OTHER: (SubType.ACCIDENT,),
}
"""The sub-types of each type, in the order of a form."""


class ActorKind(StrEnum):
    """Who takes part in an event: the inter codes of the ACLED codebook, 1 to 8 in their order."""

    STATE = "State forces"
    REBELS = "Rebel group"
    POLITICAL_MILITIA = "Political militia"
    """Also armed people of whom nobody says who they are."""
    IDENTITY_MILITIA = "Identity militia"
    RIOTERS = "Rioters"
    PROTESTERS = "Protesters"
    CIVILIANS = "Civilians"
    EXTERNAL = "External/Other forces"
    """Forces of another state, of several states, or hired ones."""

    @property
    def number(self) -> int:
        """The code as a digit."""
        return list(ActorKind).index(self) + 1


PROFILES = ("literal", "acled", "gtd")
"""How vague numbers are read: as ordinary English; as the ACLED codebook, or that of the Global
Terrorism Database, says."""


class FigureRole(StrEnum):
    """How a figure stands to the others of its report."""

    PLAIN = "plain"
    ADDITIVE = "additive"
    """Further ones, beside those told before."""
    SUBSET = "subset"
    CUMULATIVE = "cumulative"
    """The toll so far, which replaces an earlier one."""
    EARLIER = "earlier"
    """What a toll was before, of whatever place in the text: "they had earlier said"."""


def type_of(subtype: str) -> EventType | None:
    """Return the event type that a sub-type belongs to; none for a word that is no sub-type.

    "Other" is one of strategic developments.
    """
    return next((kind for kind, found in SUB_TYPES.items() if subtype in found), None)


class LocationKind(StrEnum):
    """What kind of place has the coordinates."""

    CAPITAL = "capital"
    TOWN = "town"
    DIVISION = "division"
    """A first-order administrative division: a province, a state."""
    COUNTRY = "country"
    OWN = "own"
    """From a person's own list."""


class Extent(StrEnum):
    """How wide a place is, as a report speaks of it."""

    POINT = "point"
    """A town, a village, or something in it."""
    AROUND = "around"
    """Near a town, or what lies around it."""
    DISTRICT = "district"
    """A second-order administrative division."""
    DIVISION = "division"
    """A first-order one: a province, a state."""
    PART = "part"
    """A part of a first-order division: "northern Idlib province"."""
    LANDSCAPE = "landscape"
    """A river, a road, a border, or a region that is no administrative division."""
    COUNTRY = "country"
    WATER = "water"
    """A sea, or the air above it."""
