"""What a name is called in all reports: one key, shown at once, and taken back."""

from ferry import chosen, opened, press, shown, told

from store.library.library import Library

LINE = '[[actor]]\nname = ["smugglers"]\ncoded = "Cape Gang"\n\n'


async def test_a_name_is_called_so_in_events_at_once_and_in_the_table(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "=", "ctrl+u", *"Cape Gang", "enter")
        assert "“smugglers” is Cape Gang in all reports" in "\n".join(told(pilot))
        await press(pilot, "2")
        assert "Cape Gang" in shown(pilot)
    assert (library.folder / "actors.toml").read_text() == LINE
    again = Library(library.folder, "anna")
    assert again.actors.lines[0].coded == "Cape Gang"
    again.close()


async def test_u_takes_it_back_before_what_was_decided_earlier(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "a")
        await chosen(pilot, "smugglers")
        await press(pilot, "=", "ctrl+u", *"Cape Gang", "enter", "u")
        assert "Took back: what “smugglers”" in "\n".join(told(pilot))
        assert library.actors.lines == ()
        await press(pilot, "u")
        assert "Took back: a decision" in "\n".join(told(pilot))


async def test_an_empty_line_gives_it_its_own_name_again(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "=", "ctrl+u", *"Cape Gang", "enter")
        await press(pilot, "=", "ctrl+u", "enter")
        assert "has its own name again" in "\n".join(told(pilot))
        assert (library.folder / "actors.toml").read_text() == ""


async def test_a_wrong_table_is_told_and_left_as_it_is(library: Library) -> None:
    (library.folder / "actors.toml").write_text("[[actor")
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "=", "ctrl+u", *"Cape Gang", "enter")
        assert "actors.toml" in "\n".join(told(pilot))
    assert (library.folder / "actors.toml").read_text() == "[[actor"


async def test_where_nobody_is_named_it_says_so(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "three")
        await press(pilot, "=")
        assert "names nobody" in "\n".join(told(pilot))
