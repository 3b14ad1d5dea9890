"""Writing a row of the index, and the words in it."""

from collections.abc import Iterable

from search.analysis import LONGEST_WORD, folded, stem, words_of
from search.content import Content
from search.models import Entry, Word

MANY = 400  # rows in one statement


def store(told: Content) -> None:
    """Write the row and its words."""
    fields = told.fields()
    Entry.objects.update_or_create(kind=told.kind, object_id=told.object_id, defaults=fields)
    remember_words((fields["title"], fields["lead"], fields["place"], fields["text"]))


def remember_words(texts: Iterable[str]) -> None:
    """Add the words that are new, and the shorter forms of those that are known."""
    met = shortest_forms(word for text in texts for word in words_of(text))
    stems = sorted(met)
    for start in range(0, len(stems), MANY):
        some = stems[start : start + MANY]
        known = {row.stem: row for row in Word.objects.filter(stem__in=some)}
        new = [Word(stem=each, word=folded(met[each]), shown=met[each]) for each in some if each not in known]
        Word.objects.bulk_create(new, ignore_conflicts=True)
        better = [row for row in known.values() if rank_of(met[row.stem]) < rank_of(row.shown)]
        for row in better:
            row.word, row.shown = folded(met[row.stem]), met[row.stem]
        Word.objects.bulk_update(better, ["word", "shown"])


def shortest_forms(words: Iterable[str]) -> dict[str, str]:
    """By stem: the form to show, in small letters where it is met in small letters."""
    met: dict[str, str] = {}
    for word in words:
        key = stem(word)
        if len(word) > LONGEST_WORD or words_of(key) != [key]:
            continue
        if key not in met or rank_of(word) < rank_of(met[key]):
            met[key] = word
    return met


def rank_of(word: str) -> tuple:
    return len(folded(word)), not word.islower(), word
