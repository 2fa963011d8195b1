"""Coded selections of a text, as programs for qualitative analysis have them, as proposals.

A selection may have several codes, and a program may write one selection for each code. Codes that
are ours say what the words are; all others are tags of what stands at the words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.vocabulary import EventType
from store.formats.codebook import FLAG, Code, code_of
from store.formats.incoming.meaning import label_of_own
from store.formats.incoming.proposal import Place, Proposal, Remark, UnreadableImportError
from store.formats.incoming.values import Row, all_words, own_of
from store.items import Item, State, Suggestion
from store.kinds import Kind


@dataclass(frozen=True, slots=True)
class Selection:
    """Words of a text with the codes that they have."""

    where: str
    guid: str
    place: Place
    codes: tuple[Code, ...]
    note: str = ""

    @property
    def kinds(self) -> tuple[Code, ...]:
        """The codes that say what the words are."""
        return tuple(code for code in self.codes if code.kind)

    @property
    def state(self) -> State | None:
        """What was decided on them, as far as a code says so."""
        return next((code.state for code in self.codes if code.state), None)

    @property
    def flag(self) -> bool:
        """Whether they are flagged."""
        return any(code.name == FLAG for code in self.codes)

    @property
    def tags(self) -> tuple[str, ...]:
        """All other codes."""
        others = (code for code in self.codes if not (code.kind or code.state))
        return tuple(code.tag or code.name for code in others if code.name != FLAG)


def proposals_of(
    selections: Sequence[Selection], facts: Sequence[Row], where: str, left_out: Counter[str]
) -> tuple[list[Proposal | UnreadableImportError], list[Remark]]:
    """Return what selections of one text say of items, and what they say of words alone.

    `facts` are the items that went out, each with the GUIDs of its selections.
    """
    found: list[Proposal] = []
    wrong: list[UnreadableImportError] = []
    known = {one.guid: one for one in selections}
    ours: set[str] = set()
    for row in facts:
        try:
            mine = [known[guid] for guid in _guids(row, where) if guid in known]
            found += _of_own(row, mine) if mine else ()
        except UnreadableImportError as error:
            wrong.append(error)
        else:
            ours |= {one.guid for one in mine}
    others = [one for one in selections if one.guid not in ours]
    found += [_new(code, [one]) for one in others for code in one.kinds]
    bare = [one for one in others if not one.kinds]
    remarks = list(_put(found, bare, left_out))
    return [*found, *wrong], remarks


def _guids(row: Row, where: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in all_words(row.get("at"), "at", where))


def _of_own(row: Row, mine: Sequence[Selection]) -> Iterator[Proposal]:
    """An item that went out, as its selections are now; and what else they are coded as."""
    first = mine[0]
    own = own_of(row, first.where)
    if own is None:
        yield from (_new(code, [one]) for one in mine for code in one.kinds)
        return
    was = code_of(Item("", own.kind, Suggestion("", (), own.fields)))
    codes = [(code, one) for one in mine for code in one.kinds]
    same = [code for code, _ in codes if code.kind is own.kind]
    if codes and not same:
        yield _new(codes[0][0], mine)
        return
    now = next((code for code in same if code.name != was.name), was)
    yield replace(
        _drawn(mine),
        label=label_of_own(own),
        own=own,
        values=now.values if now.name != was.name else {},
        state=_state(row, mine),
        whole=len(mine) == len(_guids(row, first.where)),
    )
    yield from (_new(code, [one]) for code, one in codes if code.kind is not own.kind)


def _state(row: Row, mine: Sequence[Selection]) -> str | None:
    """What is decided: by a code; else as it went out, but that a code taken away is none now."""
    coded = next((one.state for one in mine if one.state), None)
    if coded:
        return coded.value
    was = row.get("state")
    had_code = was in {State.REJECTED, State.SKIPPED, State.UNDECIDED}
    return State.ACCEPTED.value if had_code else was if isinstance(was, str) else None


def _new(code: Code, mine: Sequence[Selection]) -> Proposal:
    """What nobody here has sent out under that code."""
    values: dict[str, str] = {name: value for name, value in code.values.items() if value}
    label = code.kind.value if code.kind else ""
    if code.kind is Kind.EVENT:
        label = values.pop("kind", EventType.OTHER.value)
    elif code.kind is Kind.ENTITY:
        label = values.pop("label", label)
    return replace(
        _drawn(mine),
        label=label,
        values=dict(values),
        event=code.kind is Kind.EVENT,
        state=next((one.state.value for one in mine if one.state), None),
    )


def _drawn(mine: Sequence[Selection]) -> Proposal:
    """What selections have, whatever they are."""
    return Proposal(
        mine[0].where,
        "",
        tuple(one.place for one in mine),
        note="\n".join(dict.fromkeys(one.note for one in mine if one.note)),
        tags=tuple(dict.fromkeys(tag for one in mine for tag in one.tags)),
        flag=any(one.flag for one in mine),
    )


def _put(
    found: list[Proposal], bare: Sequence[Selection], left_out: Counter[str]
) -> Iterator[Remark]:
    """Put what selections without a kind have on what is coded at the same words, if anything is;
    else it is a remark on them."""
    at: dict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    for number, proposal in enumerate(found):
        for place in proposal.places:
            at[place.start, place.end].append(number)
    for one in bare:
        all_there = at.get((one.place.start, one.place.end), [])
        # a program that writes a selection for each code writes its memo with each of them
        noted = [number for number in all_there if one.note and found[number].note == one.note]
        there = noted or all_there
        if one.state and len(there) == 1:
            found[there[0]] = replace(found[there[0]], state=one.state.value)
        elif one.state:
            left_out["decisions on words that are several items, or none"] += 1
        if there:
            found[there[0]] = _marked(found[there[0]], one)
        elif one.note or one.tags or one.flag:
            yield Remark(one.where, one.place, one.note, one.tags, one.flag)


def _marked(found: Proposal, one: Selection) -> Proposal:
    note = "\n".join(filter(None, dict.fromkeys((found.note, one.note))))
    tags = tuple(dict.fromkeys([*found.tags, *one.tags]))
    return replace(found, note=note, tags=tags, flag=found.flag or one.flag)
