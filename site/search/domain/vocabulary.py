"""What the words of the index and the glossary add to a question: parts of compounds, synonyms, better spellings."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.core.cache import caches
from django.db import connection
from django.db.models import Q

from catalogue.models import Term
from search.analysis import LIGHT_WORDS, folded, stem, stems_of, words_of
from search.databases import database, rows
from search.databases.expression import Phrase
from search.models import Word

SYNONYMS, TRIGRAMS = "search.synonyms", "search.trigrams"
LONGEST_TERM = 5  # words
SHORTEST_PART = 4  # letters: "led" stands in half of all words
SHORTEST_IN_THE_MIDDLE = 5
SHORTEST_REST = 2
MOST_COMPOUNDS = 40  # for each word, the commonest
LOOKED_THROUGH = 400
CANDIDATES = {"postgresql": 30, "sqlite": 1500}

type Groups = dict[Phrase, list[str]]


def synonyms() -> Groups:
    """By the stems of each word or expression: all words of its group, as the glossary writes them."""
    found = caches["local"].get(SYNONYMS)
    if found is None:
        found = {}
        for group in Term.objects.synonym_groups():
            for key in filter(None, (key_of(words_of(word)) for word in group)):
                found[key] = list(dict.fromkeys([*found.get(key, []), *group]))
        caches["local"].set(SYNONYMS, found)
    return found


def forget_synonyms() -> None:
    caches["local"].delete(SYNONYMS)


def phrase_of(text: str) -> Phrase:
    return tuple(stems_of(text))


def key_of(words: list[str]) -> Phrase:
    """What a group is known by: light words count for nothing, as in a question."""
    heavy = [word for word in words if folded(word) not in LIGHT_WORDS]
    return tuple(stem(word) for word in heavy or words)


def part_to_look_for(word: str) -> str:
    """What of the word other words may be made with: its stem, or where that is too short, the word. Else nothing."""
    return next((part for part in (stem(word), folded(word)) if len(part) >= SHORTEST_PART), "")


class Known(NamedTuple):
    """What the vocabulary says of a word: whether it is there, and the stems of longer words that hold it."""

    is_there: bool
    compounds: list[str]


def look_up(words: list[str]) -> dict[str, Known]:
    """What is known of each word, the commonest compounds first. One query."""
    parts = {word: part_to_look_for(word) for word in words}
    holding = [Q(stem__contains=part) | Q(word__contains=part) for part in set(parts.values()) if part]
    asked = reduce(or_, holding, Q(stem__in=[stem(word) for word in words]))
    rows = Word.objects.filter(asked).order_by("-documents", "stem").values_list("stem", "word")
    known = list(rows[:LOOKED_THROUGH])
    stems = {each for each, _whole in known}
    return {word: Known(stem(word) in stems, _holding(word, part, known)) for word, part in parts.items()}


def _holding(word: str, part: str, known: list[tuple[str, str]]) -> list[str]:
    if not part:
        return []
    return [each for each, whole in known if each != stem(word) and is_part(part, each, whole)][:MOST_COMPOUNDS]


def is_part(part: str, *words: str) -> bool:
    """A compound begins or ends with its parts. Only a long part is believed in the middle."""
    return any(
        (word.startswith(part) or word.endswith(part) or (len(part) >= SHORTEST_IN_THE_MIDDLE and part in word))
        and len(word) >= len(part) + SHORTEST_REST
        for word in words
    )


def better_spelling(word: str) -> str:
    """The known word that is most like `word` and within a letter or two of it, if there is one. One query.

    Whether anything public still holds it is for the caller to ask.
    """
    asked = folded(word)
    if len(asked) < 3 or asked.isdigit() or not has_trigrams():
        return ""
    most = 1 if len(asked) < 6 else 2
    alike = rows(database().ALIKE, [asked, asked, CANDIDATES[connection.vendor]])
    near = [
        (steps, -count, shown)
        for known, other, shown, count in alike
        if known != stem(word) and (steps := steps_between(asked, other)) <= most
    ]
    return min(near)[2] if near else ""


def has_trigrams() -> bool:
    found = caches["local"].get(TRIGRAMS)
    if found is None:
        found = database().has_trigrams()
        caches["local"].set(TRIGRAMS, found)
    return found


def steps_between(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with the next, to get from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, goal in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != goal))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == goal:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]
