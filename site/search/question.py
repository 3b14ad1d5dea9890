"""What somebody asks for, read from what they typed."""

import re
from typing import NamedTuple

from search.analysis import LIGHT_WORDS, WORD, folded, stem, words_of

LONGEST_QUERY = 200
MOST_WORDS = 12
QUOTED = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]')


class Wanted(NamedTuple):
    """One thing that a hit must hold: a word, or in quotation marks words beside each other, and then no others."""

    words: tuple[str, ...]
    exact: bool

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(stem(word) for word in self.words)

    @property
    def shown(self) -> str:
        words = " ".join(self.words)
        return f'"{words}"' if self.exact else words


def cut(typed: str) -> str:
    """What is read of it: a query of 100 kB is a query of 200 characters."""
    return typed[: LONGEST_QUERY * 2].replace("\x00", "").strip()[:LONGEST_QUERY]


def read(query: str) -> list[Wanted]:
    """What `query` asks for, in order. Light words are left out where there are others."""
    wanted: list[Wanted] = []
    at = 0
    for quoted in QUOTED.finditer(query):
        wanted += _loose(query[at : quoted.start()])
        wanted += _quoted(quoted[1])
        at = quoted.end()
    wanted += _loose(query[at:])
    heavy = [each for each in wanted if each.exact or folded(each.words[0]) not in LIGHT_WORDS]
    return (heavy or wanted)[:MOST_WORDS]


def _quoted(text: str) -> list[Wanted]:
    words = tuple(_usable(text))[:MOST_WORDS]
    return [Wanted(words, exact=True)] if words else []


def _loose(text: str) -> list[Wanted]:
    return [Wanted((word,), exact=False) for word in _usable(text)]


def _usable(text: str) -> list[str]:
    return [word for word in words_of(text) if WORD.fullmatch(stem(word))]


def as_query(wanted: list[Wanted]) -> str:
    return " ".join(each.shown for each in wanted)
