"""Who does what to whom: the actors and targets of a trigger that is a noun, as a table of rules.

Each rule that knows something of the noun adds the parties that it finds. Each has a sentence
with what it finds there, which a test holds it to.
"""

from extract.doc.clauses import Clauses
from extract.doc.tree import NONE, Form
from extract.events.roles import Example, RoleRule, Roles, agents, behind
from extract.events.trigger_lexicon import Hit, harmful
from extract.events.words import frames
from extract.lexicon import table

_BLAMED = frozenset({"on", "to"})
"""Behind an act that is attributed, before whom to: "blamed on rebels"."""
_OF_AN_ACT = frozenset({"of", "for", "with", "to", "over"})
"""Between an accusation and what it is about."""

_NEAR = 8
"""Phrases behind a clash among which "between" stands."""


def roles_of_noun(hit: Hit, noun: int, clauses: Clauses) -> Roles:
    """Return the parties of a noun, by all the rules that find some."""
    roles = Roles()
    for rule in NOUN_RULES:
        if rule.without_actors and roles.actors:
            continue
        found = rule.find(hit, noun, clauses)
        if found is not None:
            roles.actors += found.actors
            roles.targets += found.targets
    return roles


def _modifiers(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    """The parties behind the noun's own prepositions."""
    roles, told = Roles(), frames()
    for preposition, place in clauses.modifiers(noun):
        if preposition == "with" and clauses.is_set_off(place):
            continue
        if preposition in _BLAMED and _is_attributed(noun, clauses):
            continue
        if preposition == "of":
            target = hit.category.of_target or clauses.head(noun) in told.of_target_nouns
            (roles.targets if target else roles.actors).append(place)
        elif preposition in told.actor_prepositions or preposition in told.partner_prepositions:
            roles.actors.append(place)
        elif preposition in told.target_prepositions:
            roles.targets.append(place)
    return roles


def _is_attributed(noun: int, clauses: Clauses) -> bool:
    """Whether somebody blames the act on somebody: "blamed the attack on the rebels"."""
    verb = clauses.governor(noun)
    return (
        clauses.is_verb(verb)
        and clauses.head(verb) in frames().attributing
        and noun in clauses.objects(verb)
    )


def _possessors(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    owners = clauses.possessors(noun)
    return Roles([], owners) if hit.category.possessor_target else Roles(owners)


def _adnominal_verbs(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    """The parties of the clauses on the noun, participles and relative clauses."""
    roles = Roles()
    for verb in clauses.verbs_behind(noun):
        found = _adnominal(noun, verb, clauses)
        roles.actors += found.actors
        roles.targets += found.targets
    return roles


def _adnominal(noun: int, verb: int, clauses: Clauses) -> Roles:
    head = clauses.head(verb)
    if head in frames().naming:
        return Roles(clauses.objects(verb))
    obliques = clauses.obliques(verb)
    if clauses.is_passive(verb) and head in frames().attributing:
        return Roles(behind(obliques, _BLAMED))
    if clauses.is_passive(verb):
        return Roles(agents(verb, clauses), behind(obliques, frames().target_prepositions))
    if noun in clauses.subjects(verb) and head in harmful():
        return Roles([], clauses.objects(verb))
    return Roles(clauses.subjects(verb)) if head in frames().support_actor else Roles()


def _set_between(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    """Those behind "between" wherever its phrase was put: a date may stand before it."""
    if not hit.category.reciprocal:
        return None
    near = range(noun + 1, min(noun + _NEAR, len(clauses.phrases)))
    nouns = (place for place in near if clauses.is_noun(place))
    first = next((place for place in nouns if clauses.preposition(place) == "between"), None)
    if first is None or first + 1 == len(clauses.phrases):
        return None
    second = first + 1
    joined = clauses.is_noun(second) and clauses.words_between(first, second) == ["and"]
    return Roles([first, second]) if joined else None


def _attributed_behind(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    verbs = clauses.relatives_behind(noun, frames().attributing)
    return Roles([place for verb in verbs for place in behind(clauses.obliques(verb), _BLAMED)])


def _agent_of_governor(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    verb = clauses.governor(noun)
    if not clauses.is_verb(verb) or clauses.is_passive(verb) or noun not in clauses.objects(verb):
        return None
    return Roles([place for place in agents(verb, clauses) if place > noun])


def _under(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    verb = clauses.governor(noun)
    under = clauses.is_verb(verb) and clauses.preposition(noun) == "under"
    return Roles([], clauses.subjects(verb)) if under else None


def _support_verb(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    """The parties of a verb that says little itself, whose object or subject the noun is."""
    verb = clauses.governor(noun)
    if not clauses.is_verb(verb):
        return None
    passive, head = clauses.is_passive(verb), clauses.head(verb)
    is_object = noun in clauses.objects(verb) or (passive and noun in clauses.subjects(verb))
    if is_object and head in frames().support_actor:
        aimed = behind(clauses.obliques(verb), frames().target_prepositions)
        return Roles(agents(verb, clauses) if passive else clauses.subjects(verb), aimed)
    if head in frames().support_target:
        sufferers = _found_suffering(verb, clauses) or clauses.subjects(verb)
        return Roles([], [place for place in sufferers if place != noun])
    return None


def _found_suffering(verb: int, clauses: Clauses) -> list[int]:
    """Those found with it: "officers found two men suffering from wounds"."""
    above = clauses.governor(verb)
    if clauses.form(verb) is not Form.ING or not clauses.is_verb(above):
        return []
    if clauses.head(above) not in table("people")["single"]["finding"]:
        return []
    return [place for place in clauses.objects(above) if place < verb]


def _responsible(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    above = _above(noun, clauses)
    if not _is_responsibility(above, clauses):
        return None
    verb = clauses.governor(above)
    subjects = clauses.subjects(verb) if clauses.is_verb(verb) else []
    return Roles(clauses.possessors(above) or subjects)


def _above(noun: int, clauses: Clauses) -> int:
    """What governs the act; a noun of responsibility right before it comes first."""
    before = noun - 1
    named = clauses.head(before) in frames().responsibility
    adjoins = named and clauses.phrases[before].last + 1 == clauses.phrases[noun].first
    return before if adjoins else clauses.governor(noun)


def _is_responsibility(place: int, clauses: Clauses) -> bool:
    return clauses.is_noun(place) and clauses.head(place) in frames().responsibility


def _accused(hit: Hit, noun: int, clauses: Clauses) -> Roles | None:
    above = _above(noun, clauses)
    if _is_responsibility(above, clauses):
        return None
    if clauses.is_noun(above) and clauses.preposition(noun) in _OF_AN_ACT:
        above = _accuser(above, clauses)
    if not clauses.is_verb(above):
        return None
    return Roles(_accused_by(clauses.last_verb(above, noun), noun, clauses))


def _accuser(blamed: int, clauses: Clauses) -> int:
    """The verb whose object is blamed, where the act is taken for its own: "the rebels for it"."""
    verb = clauses.governor(blamed)
    return verb if clauses.is_verb(verb) and blamed in clauses.objects(verb) else NONE


def _accused_by(verb: int, noun: int, clauses: Clauses) -> list[int]:
    words = clauses.words_from(verb, noun)
    is_subject = noun in clauses.subjects(verb)
    if words & frames().attributing and (is_subject or noun in clauses.objects(verb)):
        return behind([*clauses.obliques(verb), *clauses.modifiers(noun)], _BLAMED)
    return [] if is_subject else _tied(verb, noun, clauses)


def _tied(verb: int, noun: int, clauses: Clauses) -> list[int]:
    """Return whom a verb ties to the noun behind a preposition: "were behind", "accused of"."""
    words = clauses.words_from(verb, noun)
    subjects = [place for place in clauses.subjects(verb) if place != noun]
    preposition = clauses.preposition(noun)
    if preposition == "behind" or (preposition == "in" and words & frames().involving):
        return subjects
    if preposition in _OF_AN_ACT and words & frames().accusing:
        return [place for place in clauses.objects(verb) if place != noun] or subjects
    return []


NOUN_RULES = (
    RoleRule(
        "behind 'by' the actor, behind 'on' the target, behind 'of' either",
        _modifiers,
        (
            Example(
                "An attack by separatists on a police station was condemned.",
                "attack",
                ("separatists",),
                ("a police station",),
            ),
            Example("The killing of two monks was condemned.", "killing", (), ("two monks",)),
            Example(
                "Clashes between soldiers and rebels went on.", "Clashes", ("soldiers", "rebels")
            ),
        ),
    ),
    RoleRule(
        "behind 'between' both parties of a clash, though when or where stands before them",
        _set_between,
        (
            Example(
                "Fighting erupted on Monday between the Coast Brigade and the rival 7th Division.",
                "Fighting",
                ("the Coast Brigade", "the rival 7th Division"),
            ),
        ),
        without_actors=True,
    ),
    RoleRule(
        "the possessor of an offensive does it, that of a murder undergoes it",
        _possessors,
        (
            Example("The army's offensive forced thousands to leave.", "offensive", ("The army",)),
            Example("The senator's murder led to an inquiry.", "murder", (), ("The senator",)),
        ),
    ),
    RoleRule(
        "participles and relative clauses on the noun",
        _adnominal_verbs,
        (
            Example("The attack carried out by rebels lasted an hour.", "attack", ("rebels",)),
            Example(
                "Troops investigated the attack that killed three monks.",
                "attack",
                (),
                ("three monks",),
            ),
            Example("There was an attack involving two gunmen.", "attack", ("two gunmen",)),
        ),
    ),
    RoleRule(
        "whom a relative clause blames",
        _attributed_behind,
        (Example("The raid, which he blamed on rebels, failed.", "raid", ("rebels",)),),
    ),
    RoleRule(
        "an agent that the tagger gives to the verb whose object the noun is",
        _agent_of_governor,
        (Example("Witnesses described the ambush by rebels.", "ambush", ("rebels",)),),
        without_actors=True,
    ),
    RoleRule(
        "who is under attack undergoes it",
        _under,
        (Example("The convoy is under attack.", "attack", (), ("The convoy",)),),
    ),
    RoleRule(
        "who launches an attack does it, who survives one undergoes it",
        _support_verb,
        (
            Example(
                "Rebels mounted an assault into the town.", "assault", ("Rebels",), ("the town",)
            ),
            Example("The governor survived an ambush.", "ambush", (), ("The governor",)),
        ),
    ),
    RoleRule(
        "who claims responsibility does it",
        _responsible,
        (
            Example(
                "The Sand Hawks claimed responsibility for the bombing.",
                "bombing",
                ("The Sand Hawks",),
            ),
        ),
    ),
    RoleRule(
        "who is accused of it, or whom it is blamed on, does it",
        _accused,
        (
            Example("Police accused the militia of the massacre.", "massacre", ("the militia",)),
            Example("Officials blamed the attack on the rebels.", "attack", ("the rebels",)),
        ),
    ),
)
"""The rules of nouns, in the order in which they add parties."""
