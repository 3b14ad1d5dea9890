"""What a hit must hold, and how that is written for a database."""

from typing import NamedTuple

# A row is found while its page is published and open to everybody, whatever the index still holds.
PUBLIC = """
    p.live AND NOT EXISTS (
        SELECT 1 FROM wagtailcore_pageviewrestriction r JOIN wagtailcore_page c ON c.id = r.page_id
        WHERE substr(p.path, 1, length(c.path)) = c.path
    )
"""

type Phrase = tuple[str, ...]


class Need(NamedTuple):
    """One thing that must be there: all of `parts`, each one of its stems, or else one of `others`.

    Each part begins with the stem that was asked for. What was asked for in quotation marks is `phrase` and no more.
    """

    parts: tuple[Phrase, ...] = ()
    others: tuple[Phrase, ...] = ()
    phrase: Phrase = ()

    @property
    def stems(self) -> set[str]:
        return {stem for words in (*self.parts, *self.others, self.phrase) for stem in words}


class Syntax(NamedTuple):
    """How a database writes a question. Stems are letters and digits, so nothing in them can end the quotation."""

    quote: str
    beside: str
    both: str
    either: str

    def phrase(self, stems: Phrase) -> str:
        return self.joined(self.beside, [f"{self.quote}{stem}{self.quote}" for stem in stems])

    @staticmethod
    def joined(word: str, parts: list[str]) -> str:
        return parts[0] if len(parts) == 1 else f"({word.join(parts)})"

    def need(self, need: Need) -> str:
        if need.phrase:
            return self.phrase(need.phrase)
        parts = [self.joined(self.either, [self.phrase((stem,)) for stem in part]) for part in need.parts]
        others = [self.phrase(other) for other in need.others]
        return self.joined(self.either, [self.joined(self.both, parts), *others])

    def all_of(self, needs: list[Need]) -> str:
        return self.joined(self.both, [self.need(need) for need in needs])


def as_asked(needs: list[Need]) -> list[Need]:
    """The same without compounds and synonyms."""
    return [Need(parts=tuple(part[:1] for part in need.parts), phrase=need.phrase) for need in needs]
