"""What a story's reading is made of (catalogue.models.reading)."""

from typing import NamedTuple

from catalogue.enums import Fact


class FactRow(NamedTuple):
    fact: Fact
    label: str
    value: str
    note: str
    sources: list[int]


class Point(NamedTuple):
    text: str
    note: str
    sources: list[int]
    firmness: str = ""

    @property
    def strength(self) -> int:
        """How many bars of three: one, two, or three and more sources."""
        return min(len(self.sources), 3)


class Result(NamedTuple):
    figure: str
    text: str
    period: str
    whose: str
    caveat: str
    sources: list[int]


class Figure(NamedTuple):
    value: str
    label: str
    note: str = ""
    least: int | None = None
    most: int | None = None
