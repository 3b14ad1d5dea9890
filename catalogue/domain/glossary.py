"""The terms as our own file gives them, and which stories use which."""

import csv
from pathlib import Path

from django.db import transaction

from accounts.models import User
from catalogue.models import Term, TermSynonym

FILE = Path(__file__).resolve().parents[1] / "data" / "glossary.csv"
YES = "ja"

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
