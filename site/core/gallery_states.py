"""A component in one of its states, as /komponenter/ shows it."""

from typing import NamedTuple


class State(NamedTuple):
    name: str
    template: str
    context: dict = {}
    focus: bool = False
    inside: str = ""  # for a line of a list: the class of that list


class Section(NamedTuple):
    title: str
    note: str
    states: list[State]
