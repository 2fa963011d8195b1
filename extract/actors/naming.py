"""The name and class of a party in a coding sheet, by the rules of ACLED's codebook (2025).

State forces are named by their state, those of another state are external there; groups by their
own name; who has none, by what they are and the country: "Unidentified Armed Group (Mali)". Where
the country is not known, the report's own words stand.
"""

from collections.abc import Callable
from dataclasses import dataclass

from extract.actors.party_words import Told
from extract.entities import bears_arms, is_civil_thing, is_irregular
from extract.gazetteer import name_of_country
from extract.lexicon import table
from extract.lexicon.closed import REFLEXIVES
from extract.vocabulary import ActorKind, EventType


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the party takes part, and in what."""

    kind: str = ""
    """The event type."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code, where it is known."""
    is_met: bool = False
    """Whether it befell the party, rather than being done by it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A party as a coding sheet names it."""

    name: str
    kind: ActorKind | None = None
    """None where the report does not tell."""
    associated: tuple[str, ...] = ()
    """Who is told beside it: the identity of civilians, a group that leads a protest."""
    state: str | None = None
    """Of a state's forces: the ISO code of the state, where it is known."""
    is_unknown: bool = False
    """Whether nobody says who it is: "gunmen"."""

    @property
    def is_state(self) -> bool:
        """Whether it is forces of a state, of this or of another."""
        return self.kind is ActorKind.STATE or self.state is not None

    @property
    def is_armed(self) -> bool:
        """Whether it is one of those who fight."""
        return self.kind in _ARMED


_ARMED = frozenset(ActorKind) - {ActorKind.RIOTERS, ActorKind.PROTESTERS, ActorKind.CIVILIANS}
_DEMONSTRATIONS = {
    EventType.PROTESTS: (ActorKind.PROTESTERS, "protesters"),
    EventType.RIOTS: (ActorKind.RIOTERS, "rioters"),
}
Rule = Callable[[Told, Scene], Actor | None]


def actor_of(told: Told, scene: Scene) -> Actor | None:
    """Return a party as the coding sheet has it; none for what is no actor: things, places."""
    for rule in RULES:
        found = rule(told, scene)
        if found is not None:
            return found if found.name else None
    return None


def named_after(form: str, country: str | None, otherwise: str = "") -> str:
    """Return a name of the list, such as "civilians", for a country by its code.

    Without a country it is what a report says otherwise.
    """
    name, where = table("actors")["name"][form], country_name(country) if country else None
    if country is None or where is None:
        return otherwise
    in_brackets = name.endswith("({})")
    return name.format(where if in_brackets else table("actors")["of_country"].get(country, where))


def country_name(code: str) -> str | None:
    """Return what ACLED's data call a country: the name that the news has, but for a few."""
    return table("actors")["country"].get(code) or name_of_country(code)


def ged_name(code: str) -> str | None:
    """Return what UCDP's data call a country: the name that the news has, but for some."""
    return table("actors")["ged"].get(code) or name_of_country(code)


def ged_government(code: str) -> str | None:
    """Return what UCDP's data call the government of a country."""
    name = ged_name(code)
    return table("actors")["name"]["government"].format(name) if name else None


_NOBODY = Actor("")


def no_party(told: Told, scene: Scene) -> Actor | None:
    """Things that are seized, planted or burned: "a car bomb", "40 rifles"."""
    is_thing = told.is_headed("thing", "words") and not (told.group or told.countries)
    return _NOBODY if is_thing or told.words.lower() in REFLEXIVES else None


def crowd(told: Told, scene: Scene) -> Actor | None:
    """Those who demonstrate; a group that leads them stands beside them: "students"."""
    demonstrating = _DEMONSTRATIONS.get(EventType(scene.kind)) if scene.kind else None
    if demonstrating is None or _bears_arms(told):
        return None
    kind, form = demonstrating
    if scene.is_met and kind is ActorKind.RIOTERS and not told.has("crowd", "words"):
        return None
    beside = (told.group,) if told.group else _identities(told, scene)
    return Actor(named_after(form, scene.country, told.name or told.words), kind, beside)


def police(told: Told, scene: Scene) -> Actor | None:
    """A state's police: "Kenyan police", "a police station", "the security services"."""
    if told.group and not told.has("state", "police"):
        return None
    agency = told.is_headed("state", "agencies") and told.has("state", "marks")
    if not (told.has("state", "police") or agency):
        return None
    return _of_state("police", told, scene)


def named_group(told: Told, scene: Scene) -> Actor | None:
    """Who has a name: "M23 rebels", "posts of the Sand Hawks"; an army with a country's name is the
    country's: "Kenya Defence Forces"."""
    proper = told.proper if _bears_arms(told) else ""
    name = proper if _is_longer(proper, told.group) else told.group
    if not name:
        return None
    group = Told(name)
    if told.has("fighters", "external"):
        return Actor(told.group or told.name or told.words, ActorKind.EXTERNAL)
    if group.countries and not group.has("own", "words"):
        if group.is_headed("state", "police"):
            return _of_state("police", group, scene, name)
        if _is_military(group):
            return _of_state("military", group, scene, name)
    return Actor(name, _kind_of_group(told))


def _is_longer(name: str, other: str) -> bool:
    """Whether a name has another, if there is one, and more words of a name: "New People's Army"
    for "New People"."""
    if not other:
        return True
    return other in name and all(word in other or word[:1].isupper() for word in name.split())


def military(told: Told, scene: Scene) -> Actor | None:
    """A state's army: "government forces", "Ethiopian troops", "an army post"."""
    if not _is_military(told) or is_irregular(told.words):
        return None
    return _of_state("military", told, scene)


def external(told: Told, scene: Scene) -> Actor | None:
    """Peacekeepers, under the report's words."""
    name = told.name or told.words
    return Actor(name, ActorKind.EXTERNAL) if told.has("fighters", "external") else None


def militia(told: Told, scene: Scene) -> Actor | None:
    """Armed people of a community, clan or tribe, and communities that fight: "farmers and herders
    clashed"; other militias under the report's words."""
    are_armed = told.has("fighters", "militias") or told.is_headed("fighters", "raiders")
    fights = scene.kind == EventType.BATTLES and told.is_headed("fighters", "communities")
    for form in table("actors")["identity"] if are_armed or fights else ():
        if told.has("identity", form):
            name = named_after(form, scene.country, told.name or told.words)
            return Actor(name, ActorKind.IDENTITY_MILITIA, is_unknown=True)
    return _unidentified("unidentified", told, scene) if are_armed else None


def rebels(told: Told, scene: Scene) -> Actor | None:
    """Rebels without a name, under what they are and their country: "Rebels (Syria)"."""
    for form in ("islamists", "separatists", "rebels"):
        if told.has("fighters", form):
            name = named_after(form, scene.country, told.name or told.words)
            return Actor(name, ActorKind.REBELS, is_unknown=True)
    return None


def unidentified(told: Told, scene: Scene) -> Actor | None:
    """Armed people of whom nobody says who they are: "gunmen", "a group of armed men"."""
    if told.has("fighters", "gangs"):
        return _unidentified("gang", told, scene)
    armed = told.has("fighters", "arms") and told.has("fighters", "with_arms")
    if told.has("fighters", "unidentified") or armed:
        return _unidentified("unidentified", told, scene)
    return None


def government(told: Told, scene: Scene) -> Actor | None:
    """A government that agrees, orders or is met, and a country that stands for its own."""
    fights = scene.kind not in ("", EventType.STRATEGIC)
    if told.is_country:
        return _of_state("military" if fights else "government", told, scene)
    if told.is_headed("state", "offices"):
        return _of_state("government", told, scene)
    return None


def civilians(told: Told, scene: Scene) -> Actor | None:
    """Everybody else who is hit, and what is theirs: "a shepherd", "a fuel station"."""
    if scene.kind == EventType.BATTLES:
        return _NOBODY
    if scene.kind == EventType.STRATEGIC and (is_civil_thing(told.words) or told.countries):
        return _NOBODY
    name = named_after("civilians", scene.country, told.name or told.words)
    return Actor(name, ActorKind.CIVILIANS, _identities(told, scene))


RULES: tuple[Rule, ...] = (
    no_party,
    named_group,
    police,
    external,
    rebels,
    militia,
    unidentified,
    military,
    crowd,
    government,
    civilians,
)
"""The first to answer holds."""


def _bears_arms(told: Told) -> bool:
    return bears_arms(told.words) or bears_arms(told.name) or _is_military(told)


def _is_military(told: Told) -> bool:
    """Whether the words are for a state's forces, or for what is theirs: "an army post"."""
    if told.has("state", "military"):
        return True
    if not told.is_headed("state", "forces"):
        return False
    return bool(told.countries) or told.has("state", "marks")


def _of_state(form: str, told: Told, scene: Scene, name: str = "") -> Actor:
    """Forces of the state that the words name, or else of the country where they act."""
    home = scene.country
    own = home if home in told.countries else next(iter(told.countries), home)
    foreign = own is not None and home is not None and own != home
    kind = ActorKind.EXTERNAL if foreign else ActorKind.STATE
    return Actor(named_after(form, own, name or told.name or told.words), kind, state=own)


def _unidentified(form: str, told: Told, scene: Scene) -> Actor:
    name = named_after(form, scene.country, told.name or told.words)
    return Actor(name, ActorKind.POLITICAL_MILITIA, is_unknown=True)


def _kind_of_group(told: Told) -> ActorKind:
    """What a group by name is, by the words beside the name: rebels where nothing is said."""
    beside = Told(f"{told.beside} {told.words}", told.name)
    is_militia = beside.has("beside", "militias") and not beside.has("beside", "rebels")
    return ActorKind.POLITICAL_MILITIA if is_militia else ActorKind.REBELS


def _identities(told: Told, scene: Scene) -> tuple[str, ...]:
    """What the words say of who the civilians are: "three journalists"."""
    if scene.country is None:
        return ()
    where = country_name(scene.country)
    names = [form for form in table("actors")["associated"] if told.has("associated", form)]
    return tuple(name.format(where) for name in names)
