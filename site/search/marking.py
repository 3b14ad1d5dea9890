"""The words somebody looked for, marked where they stand."""

import re
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis import stem

LONGEST_SNIPPET = 240  # characters
BEFORE = 70
LETTERS = {"å": "(?:å|aa)", "æ": "(?:æ|ae|ä)", "ø": "(?:ø|oe|ö)", "a": "[aàáâ]", "e": "[eéèêë]", "i": "[iíìï]"}
LETTERS |= {"o": "[oóòô]", "u": "[uúùûü]", "n": "[nñ]", "c": "[cç]"}


class Marker:
    """Marks the words whose stems are wanted, in text as the index keeps it.

    `parts` are what to look for first: each such word holds one of them.
    """

    def __init__(self, stems: set[str], parts: set[str]):
        self.stems = stems
        self.seek = _pattern(tuple(sorted(parts, key=len, reverse=True))) if parts else None

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where marked words begin and end in `text`, in order."""
        found: list[tuple[int, int]] = []
        if self.seek is None:
            return found
        for match in self.seek.finditer(text):
            start, end = match.span()
            while start and text[start - 1].isalnum():
                start -= 1
            while end < len(text) and text[end].isalnum():
                end += 1
            if (not found or found[-1][1] <= start) and stem(text[start:end]) in self.stems:
                found.append((start, end))
        return found

    def marked(self, text: str) -> SafeString:
        """All of the text, escaped, with the words marked."""
        pieces, at = [], 0
        for start, end in self.places(text):
            pieces.append(format_html("{}<mark>{}</mark>", text[at:start], text[start:end]))
            at = end
        return format_html_join("", "{}", ((piece,) for piece in [*pieces, text[at:]]))

    def snippet(self, lead: str, text: str) -> SafeString:
        """A few lines with a word in them: of the lead, else of the text, else how the lead begins."""
        for told in (lead, text):
            places = self.places(told)
            if places:
                return self._around(told, places[0][0])
        return self._around(lead or text, 0)

    def _around(self, text: str, place: int) -> SafeString:
        start = 0 if place < LONGEST_SNIPPET - BEFORE else _after_space(text, place - BEFORE, place)
        end = len(text) if len(text) - start <= LONGEST_SNIPPET else _before_space(text, start + LONGEST_SNIPPET)
        told = self.marked(" ".join(text[start:end].split()))
        return format_html("{}{}{}", "… " if start else "", told, " …" if end < len(text) else "")


def _after_space(text: str, start: int, most: int) -> int:
    space = re.compile(r"\s").search(text, start, most)
    return space.end() if space else start


def _before_space(text: str, end: int) -> int:
    space = max(text.rfind(" ", end - 60, end), text.rfind("\n", end - 60, end))
    return space if space > 0 else end


@lru_cache(256)
def _pattern(parts: tuple[str, ...]) -> re.Pattern:
    ways = ("".join(LETTERS.get(letter, re.escape(letter)) for letter in part) for part in parts)
    return re.compile("|".join(ways), re.IGNORECASE)
