"""Who does what to whom: the actors and targets of a trigger that is a noun, as a table of rules.

Each rule that knows something of the noun adds the parties that it finds. Each has a sentence
with what it finds there, which a test holds it to.
"""

from extract.doc.phrase_node import PhraseNode
from extract.doc.tree import Form
from extract.events.role_filling import group_of
from extract.events.roles import Example, RoleRule, Roles, behind
from extract.events.trigger_lexicon import Hit, harmful
from extract.events.words import frames
from extract.lexicon import table

_BLAMED = frozenset({"on", "to"})
"""Behind an act that is attributed, before whom to: "blamed on rebels"."""
_OF_AN_ACT = frozenset({"of", "for", "with", "to", "over"})
"""Between an accusation and what it is about."""

_NEAR = 8
"""Phrases behind a clash among which "between" stands."""


def roles_of_noun(hit: Hit, noun: PhraseNode) -> Roles:
    """Return the parties of a noun, by all the rules that find some."""
    roles = Roles(group_of(noun))
    if roles.actors:
        return roles
    for rule in NOUN_RULES:
        if rule.without_actors and roles.actors:
            continue
        found = rule.find(hit, noun)
        if found is not None:
            roles.actors += found.actors
            roles.targets += found.targets
    return roles


def _modifiers(hit: Hit, noun: PhraseNode) -> Roles | None:
    """The parties behind the noun's own prepositions."""
    roles, told = Roles(), frames()
    for preposition, phrase in noun.modifiers:
        if preposition == "with" and phrase.is_set_off:
            continue
        if preposition in _BLAMED and _is_attributed(noun):
            continue
        if preposition == "of":
            target = hit.category.of_target or noun.word in told.of_target_nouns
            (roles.targets if target else roles.actors).append(phrase)
        elif preposition in told.actor_prepositions or preposition in told.partner_prepositions:
            roles.actors.append(phrase)
        elif preposition in told.target_prepositions:
            roles.targets.append(phrase)
    return roles


def _is_attributed(noun: PhraseNode) -> bool:
    """Whether somebody blames the act on somebody: "blamed the attack on the rebels"."""
    verb = _governing_verb(noun)
    return verb is not None and verb.word in frames().attributing and noun in verb.objects


def _possessors(hit: Hit, noun: PhraseNode) -> Roles | None:
    owners = noun.possessors
    return Roles([], owners) if hit.category.possessor_target else Roles(owners)


def _adnominal_verbs(hit: Hit, noun: PhraseNode) -> Roles | None:
    """The parties of the clauses on the noun, participles and relative clauses."""
    roles = Roles()
    for verb in noun.verbs_behind:
        found = _adnominal(noun, verb)
        roles.actors += found.actors
        roles.targets += found.targets
    return roles


def _adnominal(noun: PhraseNode, verb: PhraseNode) -> Roles:
    head = verb.word
    if head in frames().naming:
        return Roles(verb.objects)
    obliques = verb.obliques
    if verb.is_passive and head in frames().attributing:
        return Roles(behind(obliques, _BLAMED))
    if verb.is_passive:
        return Roles(verb.agents, behind(obliques, frames().target_prepositions))
    if noun in verb.subjects and head in harmful():
        return Roles([], verb.objects)
    return Roles(verb.subjects) if head in frames().support_actor else Roles()


def _set_between(hit: Hit, noun: PhraseNode) -> Roles | None:
    """Those behind "between" wherever its phrase was put: a date may stand before it."""
    if not hit.category.reciprocal:
        return None
    near = noun.following[: _NEAR - 1]
    first = next((p for p in near if p.is_noun and p.preposition == "between"), None)
    if first is None or not first.following:
        return None
    second = first.following[0]
    joined = second.is_noun and first.words_between(second) == ["and"]
    return Roles([first, second]) if joined else None


def _attributed_behind(hit: Hit, noun: PhraseNode) -> Roles | None:
    verbs = noun.relatives_behind(frames().attributing)
    return Roles([phrase for verb in verbs for phrase in behind(verb.obliques, _BLAMED)])


def _agent_of_governor(hit: Hit, noun: PhraseNode) -> Roles | None:
    verb = _governing_verb(noun)
    if verb is None or verb.is_passive or noun not in verb.objects:
        return None
    return Roles([phrase for phrase in verb.agents if phrase.place > noun.place])


def _governing_verb(phrase: PhraseNode) -> PhraseNode | None:
    """The verb that a phrase depends on; none where it depends on a noun or on nothing."""
    governor = phrase.governor
    return governor if governor is not None and governor.is_verb else None


def _under(hit: Hit, noun: PhraseNode) -> Roles | None:
    verb = _governing_verb(noun)
    if verb is None or noun.preposition != "under":
        return None
    return Roles([], verb.subjects)


def _support_verb(hit: Hit, noun: PhraseNode) -> Roles | None:
    """The parties of a verb that says little itself, whose object or subject the noun is."""
    verb = _governing_verb(noun)
    if verb is None:
        return None
    passive, head = verb.is_passive, verb.word
    is_object = noun in verb.objects or (passive and noun in verb.subjects)
    if is_object and head in frames().support_actor:
        aimed = behind(verb.obliques, frames().target_prepositions)
        return Roles(verb.agents if passive else verb.subjects, aimed)
    if head in frames().support_target:
        sufferers = _found_suffering(verb) or verb.subjects
        return Roles([], [phrase for phrase in sufferers if phrase != noun])
    return None


def _found_suffering(verb: PhraseNode) -> list[PhraseNode]:
    """Those found with it: "officers found two men suffering from wounds"."""
    above = _governing_verb(verb)
    if verb.form is not Form.ING or above is None:
        return []
    if above.word not in table("people")["single"]["finding"]:
        return []
    return [phrase for phrase in above.objects if phrase.place < verb.place]


def _responsible(hit: Hit, noun: PhraseNode) -> Roles | None:
    above = _above(noun)
    if above is None or not _is_responsibility(above):
        return None
    verb = _governing_verb(above)
    return Roles(above.possessors or (verb.subjects if verb else []))


def _above(noun: PhraseNode) -> PhraseNode | None:
    """What governs the act; a noun of responsibility right before it comes first."""
    before = noun.before
    if before is None or before.word not in frames().responsibility:
        return noun.governor
    return before if before.last + 1 == noun.first else noun.governor


def _is_responsibility(phrase: PhraseNode) -> bool:
    return phrase.is_noun and phrase.word in frames().responsibility


def _accused(hit: Hit, noun: PhraseNode) -> Roles | None:
    above = _above(noun)
    if above is None or _is_responsibility(above):
        return None
    if above.is_noun and noun.preposition in _OF_AN_ACT:
        above = _accuser(above)
    if above is None or not above.is_verb:
        return None
    return Roles(_accused_by(above.last_verb(noun), noun))


def _accuser(blamed: PhraseNode) -> PhraseNode | None:
    """The verb whose object is blamed, where the act is taken for its own: "the rebels for it"."""
    verb = _governing_verb(blamed)
    return verb if verb is not None and blamed in verb.objects else None


def _accused_by(verb: PhraseNode, noun: PhraseNode) -> list[PhraseNode]:
    words = verb.words_to(noun)
    is_subject = noun in verb.subjects
    if words & frames().attributing and (is_subject or noun in verb.objects):
        return behind([*verb.obliques, *noun.modifiers], _BLAMED)
    return [] if is_subject else _tied(verb, noun)


def _tied(verb: PhraseNode, noun: PhraseNode) -> list[PhraseNode]:
    """Return whom a verb ties to the noun behind a preposition: "were behind", "accused of"."""
    words = verb.words_to(noun)
    subjects = [phrase for phrase in verb.subjects if phrase != noun]
    preposition = noun.preposition
    if preposition == "behind" or (preposition == "in" and words & frames().involving):
        return subjects
    if preposition in _OF_AN_ACT and words & frames().accusing:
        return [phrase for phrase in verb.objects if phrase != noun] or subjects
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
