"""The terms as our own file gives them, and which stories use which."""

import csv
from pathlib import Path

from django.db import transaction
from django.tasks import task
from wagtail.search.index import SearchField

from accounts.models import User
from catalogue.explaining import Word, compiled
from catalogue.models import StoryPage, Term, TermSynonym, TermUse

FILE = Path(__file__).resolve().parents[1] / "data" / "glossary.csv"
YES = "ja"
AT_A_TIME = 100

type Row = dict[str, str]


def read_terms(path: Path = FILE) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_terms(rows: list[Row], *, by: User | None = None) -> int:
    """Add the terms that are not there yet, and tell how many. What editors have written since stays theirs."""
    known = set(Term.objects.values_list("key", flat=True))
    new = [row for row in rows if row["key"] not in known]
    for row in new:
        add_term(by=by, row=row)
    if new:
        terms_changed(by=by)
    return len(new)


def add_term(*, by: User | None, row: Row) -> Term:
    """Raises ValidationError where a value is no such value."""
    term = Term(**{name: row[name] for name in ("key", "da", "nb", "en", "category", "note")})
    term.forms, term.explain = "\n".join(parts(row["forms"])), row["explain"] == YES
    term.synonyms = [TermSynonym(word=word, sort_order=place) for place, word in enumerate(parts(row["synonyms"]))]
    term.full_clean()
    term.save()
    return term


def parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def words_in(text: str, words: tuple[Word, ...]) -> set[str]:
    """The keys of those that the text uses."""
    pattern, owners = compiled(words)
    met = (owners[match.lastindex or 0] for match in pattern.finditer(text))
    return {word.key for word in met if word is not None}


def text_of(story: StoryPage) -> str:
    """All that a search looks through."""
    fields = [field for field in story.get_search_fields() if isinstance(field, SearchField)]
    values = (field.get_value(story) for field in fields)
    return "\n".join(" ".join(map(str, value)) if isinstance(value, list) else str(value or "") for value in values)


@transaction.atomic
def note_uses(story: StoryPage) -> None:
    """Write down which terms a published story uses, and which of them it tells the meaning of."""
    terms = {term.key: term for term in Term.objects.all()}
    words = tuple(Word(term.key, "", "", tuple(term.spellings)) for term in terms.values())
    own = words_in(story.self_management, words)
    story.term_uses.all().delete()
    TermUse.objects.bulk_create(
        TermUse(story=story, term=terms[key], in_own_words=key in own) for key in words_in(text_of(story), words)
    )


@task
def note_all_uses(after: int = 0) -> None:
    """Look every published story through again: the terms have changed. Some at a time, so that mails get between."""
    stories = list(StoryPage.objects.live().filter(pk__gt=after).order_by("pk")[:AT_A_TIME])
    for story in stories:
        note_uses(story)
    if len(stories) == AT_A_TIME:
        note_all_uses.enqueue(stories[-1].pk)


@transaction.atomic
def terms_changed(*, by: User | None) -> None:
    """What follows when somebody has written, changed or deleted a term."""
    transaction.on_commit(note_all_uses.enqueue)
