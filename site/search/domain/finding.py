"""Answers to a question, best first, and what to try when there are few.

The number of queries is the same however much there is to find: one for the vocabulary, one that counts, two for a
side of hits, and where little is found, up to five for a better spelling or for fewer words.
"""

from typing import NamedTuple

from search.analysis import stem
from search.databases import BEST, database, rows
from search.databases.expression import Need
from search.domain.vocabulary import (
    LONGEST_TERM,
    Known,
    better_spelling,
    key_of,
    look_up,
    part_to_look_for,
    phrase_of,
    synonyms,
)
from search.question import Wanted, as_query

FEW = 3
CORRECTED_AT_MOST = 2
FEWER_WORDS_AT_MOST = 5


class Sought(NamedTuple):
    """What was wanted, with all that finds it. `group` holds the words of the glossary that it goes with."""

    wanted: list[Wanted]
    need: Need
    group: list[str]
    unknown: list[str]

    @property
    def words(self) -> str:
        return " ".join(word for each in self.wanted for word in each.words)


def widen(wanted: list[Wanted]) -> list[Sought]:
    """Each thing wanted with its compounds and synonyms. Words that are one term of the glossary count as one."""
    known = look_up([word for each in wanted if not each.exact for word in each.words]) if wanted else {}
    sought: list[Sought] = []
    rest = wanted
    while rest:
        taken, group = _term_at(rest)
        sought.append(_sought(rest[:taken], group, known))
        rest = rest[taken:]
    return sought


def _term_at(rest: list[Wanted]) -> tuple[int, list[str]]:
    """How many of the first belong together, and the group of the glossary they are in."""
    loose = next((place for place, each in enumerate(rest) if each.exact), len(rest))
    for length in range(min(LONGEST_TERM, loose), 0, -1):
        group = synonyms().get(key_of([each.words[0] for each in rest[:length]]))
        if group:
            return length, group
    return 1, []


def _sought(wanted: list[Wanted], group: list[str], known: dict[str, Known]) -> Sought:
    if wanted[0].exact:
        return Sought(wanted, Need(phrase=wanted[0].stems), [], [])
    words = [each.words[0] for each in wanted]
    own = key_of(words)
    others = [word for word in group if key_of(word.split()) != own]
    return Sought(
        wanted,
        Need(
            parts=tuple((stem(word), *known[word].compounds) for word in words),
            others=tuple(phrase for word in others if (phrase := phrase_of(word))),
        ),
        others,
        [word for word in words if not group and not known[word].is_there],
    )


class Numbers(NamedTuple):
    """How many things hold all that is sought, by kind, and how large a part that is of everything."""

    by_kind: dict[str, int]
    share: float = 0.0

    @property
    def total(self) -> int:
        return sum(self.by_kind.values())


def count(sought: list[Sought]) -> Numbers:
    """Of what the index holds, which is what is public. One query."""
    found = dict(rows(*database().counted_with_size([each.need for each in sought])))
    size = found.pop("", 0)
    return Numbers(found, sum(found.values()) / size if size else 0.0)


def best(sought: list[Sought], numbers: Numbers, kind: str, limit: int, offset: int) -> list[int]:
    """Of entries of that kind, or of every kind, best first, and public at this moment. One query."""
    needs = [each.need for each in sought]
    return [
        row[0]
        for row in rows(*database().best_first(needs, kind, numbers.share, most=BEST, limit=limit, offset=offset))
    ]


def corrected(sought: list[Sought]) -> str:
    """The question with better spellings of the words that nothing holds. Empty where none is known."""
    better: dict[str, str] = {}
    for word in [word for each in sought for word in each.unknown][:CORRECTED_AT_MOST]:
        better |= {word: spelling} if (spelling := better_spelling(word)) else {}
    if not better:
        return ""
    asked = [each for part in sought for each in part.wanted]
    return as_query([each._replace(words=tuple(better.get(word, word) for word in each.words)) for each in asked])


def with_fewer_words(sought: list[Sought]) -> list[tuple[str, int]]:
    """The question less one of its words, for each that then finds something, most first. One query."""
    if len(sought) < 2:
        return []
    shorter = [sought[:place] + sought[place + 1 :] for place in range(min(len(sought), FEWER_WORDS_AT_MOST))]
    statements, values = [], list[str]()
    for place, some in enumerate(shorter):
        sql, asked = database().counted([each.need for each in some])
        statements.append(f"SELECT {place}, coalesce(sum(number), 0) FROM ({sql}) c")  # noqa: S608 (ours alone)
        values += asked
    found = {place: int(number) for place, number in rows(" UNION ALL ".join(statements), values) if number}
    told = [(as_query([one for each in shorter[place] for one in each.wanted]), found[place]) for place in found]
    return sorted(told, key=lambda row: -row[1])


def parts_to_mark(sought: list[Sought]) -> tuple[set[str], set[str]]:
    """The stems whose words are marked, and the parts of words by which those are found."""
    stems: set[str] = set()
    parts: set[str] = set()
    for each in sought:
        stems |= each.need.stems
        parts |= {known for phrase in (*each.need.others, each.need.phrase) for known in phrase}
        for word in (word for one in each.wanted if not one.exact for word in one.words):
            parts |= {stem(word), part_to_look_for(word)} - {""}
    return stems, parts
