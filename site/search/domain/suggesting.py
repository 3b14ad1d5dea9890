"""What to suggest while somebody types: words that begin so, and titles."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst

from search.analysis import WORD, folded, stem, words_of
from search.content import kind_name
from search.databases import database, rows
from search.domain.answering import address_of
from search.models import Entry
from search.question import cut

SHORTEST = 2  # letters
MOST_WORDS, MOST_TITLES = 4, 5
LOOKED_AT = 12
MOST_STEMS = 12


class Suggestion(NamedTuple):
    """Where it leads; `kind` is empty where that is to a search."""

    text: str
    url: str
    kind: str


def suggest(typed: str) -> list[Suggestion]:
    """Up to nine, words first. At most three queries."""
    words = [word for word in words_of(cut(typed)) if WORD.fullmatch(stem(word))]
    if not words or len(words[-1]) < SHORTEST:
        return []
    return [*whole_words(words), *titles(words)]


def whole_words(words: list[str]) -> list[Suggestion]:
    """The question with its last word written out, as long as something public holds all of it. One query."""
    own = database()
    beginning = f"{folded(words[-1])}%"
    sql = f"""
        SELECT w.shown FROM (
            SELECT stem, shown, documents FROM search_word
            WHERE word LIKE %s ORDER BY documents DESC, word LIMIT {LOOKED_AT}
        ) w WHERE {own.FOUND} LIMIT {MOST_WORDS}
    """  # noqa: S608 (constants of ours)
    before = " ".join(words[:-1])
    beside = "".join(own.SYNTAX.phrase((stem(word),)) + own.SYNTAX.both for word in words[:-1][-MOST_STEMS:])
    texts = [f"{before} {shown}".strip() for (shown,) in rows(sql, [beginning, beside])]
    search = reverse("search:results")
    return [Suggestion(text, f"{search}?{urlencode({'q': text})}", "") for text in texts]


def titles(words: list[str]) -> list[Suggestion]:
    """Things with all the words in the title, the last one begun. Two queries."""
    stems = [stem(word) for word in words[:-1]][-MOST_STEMS:]
    beginning = sorted({folded(words[-1]), stem(words[-1])})
    numbers = [row[0] for row in rows(*database().titles(stems, beginning, MOST_TITLES))]
    entries = Entry.objects.select_related("page").only("kind", "address", "title", "page__url_path").in_bulk(numbers)
    return [_to(entries[number]) for number in numbers if number in entries]


def _to(entry: Entry) -> Suggestion:
    url = entry.address if entry.address.startswith("/") else address_of(entry.page) + entry.address
    return Suggestion(entry.title, url, capfirst(kind_name(entry.kind)))
