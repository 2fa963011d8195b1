"""Which dates and places are an act's own: not those of a statement or a charge, of what came
before it or is to come, nor where something came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from extract.doc.clauses import Clauses, clauses_of
from extract.doc.doc import Doc
from extract.doc.morphology import all_noun_forms, all_verb_forms
from extract.doc.phrase_node import PhraseNode, SentenceNodes, nodes_in
from extract.doc.phrases import token_before
from extract.doc.syntax import Syntax
from extract.doc.words import grammar
from extract.lexicon import cached, table
from extract.lexicon.closed import BEFORE_OR_AFTER, CHARGED_WITH, POSSESSIVE_ENDINGS
from extract.records import Party, When

_DEEPEST = 6
"""Clauses in one another that are climbed from a date to the clause of a trigger."""
_FROM = frozenset({"from"})
_BEYOND = frozenset({"behind", "over", "beyond"})
"""Prepositions behind "from" that a preposition of place is not."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words before a place or a date."""

    placing: frozenset[str]
    """Prepositions that may lead to a place."""
    locating: frozenset[str]
    """Prepositions that say where something is."""
    counting: frozenset[str]
    """Those, and others that lead from what is counted to a place: "people of Merrow"."""
    ahead: frozenset[tuple[str, ...]]
    """Before a date in the future: "ahead of Friday's prayers"."""
    reacting: frozenset[str]
    """Forms of verbs that tell what was done or said about an act afterwards."""
    accusing: frozenset[str]
    """Forms of verbs that tie somebody to an act."""
    charging: frozenset[str]
    """These, and other words that do: "guilty of", "the trial for"."""
    trying: frozenset[str]
    """Forms of verbs for what goes on in court: "was sentenced", "pleaded guilty"."""
    opening: frozenset[str]
    """Forms of verbs for what a trial does: "opened", "ended"."""
    trials: frozenset[str]
    """Nouns for trials."""
    courts: frozenset[str]
    """Words for courts, trials and what they do."""


@cached
def words() -> Words:
    """Return the compiled lists of `frames` that stand around places and dates."""
    lists = table("frames")
    return Words(
        frozenset(lists["preposition"]["place"]),
        frozenset(lists["preposition"]["locating"]),
        frozenset(lists["preposition"]["locating"]) | frozenset(lists["preposition"]["counting"]),
        frozenset(tuple(words.split()) for words in lists["ahead"]["words"]),
        all_verb_forms(lists["reacting"]["verbs"]),
        all_verb_forms(lists["accusing"]["verbs"]),
        all_verb_forms(lists["accusing"]["verbs"])
        | frozenset(lists["court"]["words"])
        | all_noun_forms(lists["court"]["trials"]),
        all_verb_forms([*lists["accusing"]["verbs"], *lists["court"]["verbs"]]),
        all_verb_forms(lists["court"]["opening"]),
        all_noun_forms(lists["court"]["trials"]),
        all_verb_forms([*lists["court"]["verbs"], *lists["court"]["opening"]])
        | all_noun_forms([*lists["court"]["trials"], *lists["court"]["nouns"]])
        | frozenset(lists["court"]["words"]),
    )


class ActScope:
    """An act or a count at a token, to be asked which dates and places are its own."""

    def __init__(self, token: int, clauses: Clauses) -> None:
        self._nodes = nodes_in(clauses)
        self._syntax = clauses.syntax
        self.sentence = clauses.sentence
        self.token, self.phrase = token, self._nodes.holding(token)
        self.offset = clauses.syntax.starts[token]

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Offsets of the clause around it."""
        return self._syntax.span_of(*self._nodes.clauses.region(self.token))

    @cached_property
    def attached(self) -> list[tuple[int, int]]:
        """Offsets of what may tell where or when: nouns behind prepositions, or bare: "Monday"."""
        phrase = self.phrase
        if phrase is None:
            return []
        if phrase.is_verb:
            found = [p.extent for p in phrase.children if p.is_noun and p.role == "obl"]
        else:
            placing = words().placing
            found = [p.extent for preposition, p in phrase.modifiers if preposition in placing]
            found.append((phrase.first, self.token + 1))
        return [self._syntax.span_of(*tokens) for tokens in found]

    def is_said_at(self, found: Party | When) -> bool:
        """Return whether a date or place is that of a statement: "said on Monday that"."""
        return _word_over(found, self._nodes) in grammar().saying

    def is_reported_at(self, found: Party | When) -> bool:
        """Return whether the act is the subject of a verb of speech: "raids were reported"."""
        verb = _over(found, self._nodes)
        return verb is not None and verb.is_passive and self.phrase in verb.subjects

    def has_charge_of(self, found: Party | When) -> bool:
        """Return whether a date or place is that of a charge, or of what a court did about the act.

        "Charged on Friday with the murder", "a court in Dessa on Friday found him guilty of the
        murder", "the trial of five men accused of the murder opened in Dessa on Friday".
        """
        over, is_date = _word_over(found, self._nodes), isinstance(found, When)
        behind = found.span.start > self.offset
        if is_date and not behind and over in words().accusing:
            return True
        if not self.is_charged:
            return False
        if not is_date and over not in words().courts and (behind or not self._is_held_in(found)):
            return False
        between = self._syntax.tokens_in(self.offset, found.span.start)
        return not behind or self._has_any(between, words().trying) or self._is_opened(between)

    def _is_held_in(self, place: Party | When) -> bool:
        """Whether an arrest or a charge stands before a place: "arrested three men in Dessa"."""
        tokens = self._syntax.tokens_in(place.span.start, place.span.end)
        before = range(self.sentence.first, tokens.start)
        leading = token_before(place.span, self._syntax)
        if leading < 0 or self._syntax.lower(leading) not in words().locating:
            return False  # "the squads of Dessa"
        return self._has_any(before, words().accusing)

    def _is_opened(self, between: Iterable[int]) -> bool:
        """Whether a trial told of before begins or ends behind it: "the trial over it opened"."""
        before = range(self.sentence.first, self.token)
        return self._has_any(between, words().opening) and self._has_any(before, words().trials)

    @cached_property
    def is_charged(self) -> bool:
        """Whether it is what somebody is charged with: "for the bombing", "of bombing a train"."""
        return self._is_behind(words().charging)

    @cached_property
    def is_tried(self) -> bool:
        """Whether it is what somebody stands trial for, or was sentenced for."""
        return self._is_behind(words().courts)

    def _is_behind(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands before it, and "for", "of" and the like beside it."""
        first = self.phrase.first if self.phrase is not None else self.token
        if first == self.sentence.first or self._syntax.lower(first - 1) not in CHARGED_WITH:
            return False
        verbal = self.phrase is not None and self.phrase.is_verb
        if verbal and not self._syntax.lower(self.token).endswith("ing"):
            return False
        return self._has_any(range(self.sentence.first, first), words)

    def _has_any(self, tokens: Iterable[int], words: frozenset[str]) -> bool:
        return any(self._syntax.lower(token) in words for token in tokens)

    def has_reaction_of(self, found: Party | When) -> bool:
        """Return whether a date is that of a reaction to the act: "condemned it on Monday"."""
        if not isinstance(found, When):
            return False
        verb = _over(found, self._nodes)
        return verb is not None and verb is not self.phrase and verb.word in words().reacting

    def is_over_clause_of(self, found: Party | When) -> bool:
        """Return whether a date is that of a clause under the act's own: "the clashes began after
        rebels seized a post on Sunday" does not tell when they began."""
        if not isinstance(found, When) or self.phrase is None:
            return False
        own = self.phrase if self.phrase.is_verb else self.phrase.governor
        verb = _over(found, self._nodes)
        if verb is None or verb is own or not verb.is_verb or verb.opener not in BEFORE_OR_AFTER:
            return False
        for _ in range(_DEEPEST):
            verb = verb.governor
            if verb is None or verb is own:
                return verb is not None
        return False


def _word_over(found: Party | When, nodes: SentenceNodes) -> str:
    above = _over(found, nodes)
    return above.word if above is not None else ""


def _over(found: Party | When, nodes: SentenceNodes) -> PhraseNode | None:
    """What a date or place depends on; behind the subject the verb: "officials on Monday said".

    Nothing, where "that" stands between: "said that on Monday a bomb went off".
    """
    tokens = nodes.clauses.syntax.tokens_in(found.span.start, found.span.end)
    phrase = nodes.holding(tokens[0]) if tokens else None
    above = phrase.governor if phrase is not None else None
    if phrase is None or above is None or _is_before_speech(found, phrase, above, nodes):
        return None
    if above.place < phrase.place and "that" in above.words_to(phrase):
        return None
    verb = above.governor if isinstance(found, When) and above.is_noun else None
    if verb is None or not (verb.is_verb and above.place < phrase.place < verb.place):
        return above
    return verb if above in verb.subjects else above


def _is_before_speech(
    found: Party | When, phrase: PhraseNode, above: PhraseNode, nodes: SentenceNodes
) -> bool:
    """Whether a comma parts it from a verb of speech behind what is said: "a shell killed two in
    Dessa on Tuesday, the mayor said"."""
    syntax = nodes.clauses.syntax
    behind = above.is_verb and above.place > phrase.place and above.word in grammar().saying
    end = syntax.tokens_in(found.span.start, found.span.end).stop
    if not behind or end >= len(syntax) or syntax.lower(end) != ",":
        return False
    told = syntax.sentence_at(found.span.start)
    before = range(told.first, phrase.first) if told else ()
    held = map(nodes.holding, before)
    return any(one is not None and one.is_verb for one in held)


def of_another(found: Party | When, syntax: Syntax) -> bool:
    """Return whether a date is that of what it owns, or of what is ahead, "ahead of Friday's
    prayers", or a place from which it came: "shelling from across the river"."""
    tokens = syntax.tokens_in(found.span.start, found.span.end)
    if not isinstance(found, When) or not tokens:
        return is_origin(found, syntax)
    owns = tokens.stop < len(syntax) and syntax.lower(tokens.stop) in POSSESSIVE_ENDINGS
    return owns or is_to_come(found, syntax)


def is_origin(found: Party | When, syntax: Syntax) -> bool:
    """Return whether a place stands behind "from" and another preposition, and is where something
    came from: "shelling from across the river"."""
    tokens = syntax.tokens_in(found.span.start, found.span.end)
    if isinstance(found, When) or not tokens:
        return False
    phrase = syntax.phrase_at(tokens[0])  # "the Dnipro river", of which the name is a part
    before = (phrase.first if phrase else tokens[0]) - 1
    leading = before > 0 and syntax.lower(before) in words().locating | _BEYOND
    return leading and syntax.lower(before - 1) in _FROM


def is_to_come(found: Party | When, syntax: Syntax) -> bool:
    """Return whether a date stands behind "ahead of" or "before", and so tells what came later."""
    tokens = syntax.tokens_in(found.span.start, found.span.end)
    if not isinstance(found, When) or not tokens or tokens.start < 1:
        return False
    before = [syntax.lower(token) for token in range(max(tokens.start - 2, 0), tokens.start)]
    return any(tuple(before[-len(words) :]) == words for words in words().ahead)


def dates_what_came_before(when: When, doc: Doc, act: int) -> bool:
    """Return whether a date is that of a clause under that of an act, which begins at an offset:
    "the clashes began after rebels seized a post on Sunday"."""
    told = _act_at(doc, act)
    return told is not None and told.is_over_clause_of(when)


def is_tried(doc: Doc, act: int) -> bool:
    """Return whether an act, which begins at an offset, is told as what somebody stands trial or
    was sentenced for: "jailed for the bombing", "the trial over the bombing"."""
    found = _act_at(doc, act)
    return found is not None and found.is_tried


def is_of_charge(found: Party | When, doc: Doc, act: int) -> bool:
    """Return whether a date or place in the sentence of an act, which begins at an offset, is that
    of a charge or a sentence for it: "jailed on Friday for the bombing"."""
    told = _act_at(doc, act)
    return told is not None and told.has_charge_of(found)


def _act_at(doc: Doc, offset: int) -> ActScope | None:
    sentence, tokens = doc.syntax.sentence_at(offset), doc.syntax.tokens_in(offset, offset + 1)
    return ActScope(tokens[0], clauses_of(doc, sentence)) if sentence and tokens else None


def dates_a_statement(when: When, doc: Doc, act: int | None = None) -> bool:
    """Return whether a date is that of what was said or done about the news, not of the news:
    "said on Monday", "on Monday condemned the attack".

    Also, where the offset of an act behind the date is given, of a charge or an arrest for it.
    """
    sentence = doc.syntax.sentence_at(when.start_offset)
    if sentence is None:
        return False
    word = _word_over(when, nodes_in(clauses_of(doc, sentence)))
    charged = act is not None and is_of_charge(when, doc, act)
    return charged or word in grammar().saying or word in words().reacting
