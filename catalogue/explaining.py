"""Running text in which the first use of a term carries its explanation.

The words stand in one regular expression, kept in memory as long as the terms are the same. It is run over finished
HTML, where it passes over tags and over whatever must not hold a button: links, headings, buttons and the like.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from django.apps import apps
from django.core.cache import caches
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from catalogue.inflection import any_of

KEY = "catalogue.explained_words"
TEMPLATE = "catalogue/components/explanation.html"
CLOSED = "a|button|details|h[1-6]|summary|script|style|svg|label|dt|cite|table"
PASSED_OVER = rf"""<!--.*?-->|<({CLOSED})\b.*?</\1\s*>|<(?:[^<>"']|"[^"]*"|'[^']*')*>"""


class Word(NamedTuple):
    """A term as its explanation shows it, and how it is met."""

    key: str
    da: str
    note: str
    spellings: tuple[str, ...]


def explain(html: str) -> SafeString:
    """`html` with an explanation where each term is used for the first time. Text that is not safe is escaped first.

    Run it once over the whole text of a page: an explanation has the term's key in its id. The answer is kept in
    memory, for a page is read more often than it is written.
    """
    shown, words = conditional_escape(html), explained_words()
    key = f"explained.{hash((shown, words))}"
    found = caches["fragments"].get(key)
    if found is None:
        found = _explain(shown, words)
        caches["fragments"].set(key, found)
    return mark_safe(found)  # noqa: S308 (safe HTML, and what the template escaped)


def _explain(html: str, words: tuple[Word, ...]) -> str:
    pattern, owners = compiled(words)
    told: set[Word] = set()

    def told_once(match: re.Match) -> str:
        word = owners[match.lastindex or 0]
        if word is None or word in told:
            return match[0]
        told.add(word)
        return explained(word, match[0])

    return pattern.sub(told_once, html)


def explained(word: Word, met: str) -> str:
    """The word as it was met in the HTML, as a button that opens its explanation."""
    return get_template(TEMPLATE).render({"word": word, "met": mark_safe(met)}).strip()  # noqa: S308 (out of safe HTML)


def explained_words() -> tuple[Word, ...]:
    """The terms that are explained where they are used. Asks once a minute, and when a term has changed."""
    found = caches["local"].get(KEY)
    if found is None:
        terms = apps.get_model("catalogue.Term").objects.filter(explain=True).exclude(note="").order_by("pk")
        found = tuple(Word(term.key, term.da, term.note, tuple(term.spellings)) for term in terms)
        caches["local"].set(KEY, found)
    return found


def forget() -> None:
    caches["local"].delete(KEY)


@lru_cache(maxsize=4)
def compiled(words: tuple[Word, ...]) -> tuple[re.Pattern[str], list[Word | None]]:
    """The expression, and whose word each of its groups is: nobody's, where it is something to pass over."""
    owners = {spelling: word for word in reversed(words) for spelling in word.spellings}
    if not owners:
        return re.compile(PASSED_OVER, re.DOTALL), [None, None]
    met, order = any_of(owners)
    return re.compile(f"{PASSED_OVER}|{met}", re.DOTALL), [None, None, *(owners[each] for each in order)]
