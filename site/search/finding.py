"""Pages that answer a question, best first.

Wagtail keeps the index. On SQLite its ranked search runs the whole match again for every hit, so the ranking is asked
for in one statement here, with the beginnings of words, since SQLite knows no Danish endings. On PostgreSQL, Wagtail's
own search stems Danish words and ranks them.
"""

import re
from collections import Counter
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils.text import capfirst
from wagtail.models import Page, get_page_models

from core.navigation import navigation

BEST = 500  # nobody reads further, and neither database is asked to rank more
DESCRIBED_KINDS = 4  # a query each, so that a page of hits never costs more than eight
WORD = re.compile(r"\w+")
LIGHT = ("title", "url_path", "content_type", "search_description")


class Hit(NamedTuple):
    title: str
    url: str
    kind: str
    description: str


def find_pages(query: str) -> list[Page]:
    """The live pages everyone may read that hold all words of `query`, best first, at most BEST."""
    words = WORD.findall(query)[:20]
    if not words:
        return []
    visible = Page.objects.live().public().only(*LIGHT)
    if connection.vendor == "sqlite":
        ranked = ranked_by_sqlite(words)
        found = visible.in_bulk(ranked)
        return [found[pk] for pk in ranked if pk in found]
    return list(visible.search(" ".join(words), operator="and")[:BEST])


def ranked_by_sqlite(words: list[str]) -> list[int]:
    """Numbers of indexed pages, best first: a word in the title weighs eight times one in the text."""
    kinds = ContentType.objects.get_for_models(*get_page_models()).values()
    match = " AND ".join(f'"{word}" *' for word in words)
    places = ", ".join(["%s"] * len(kinds))
    sql = f"""
        SELECT CAST(entry.object_id AS integer)
        FROM wagtailsearch_indexentry_fts JOIN wagtailsearch_indexentry entry
          ON entry.id = wagtailsearch_indexentry_fts.rowid
        WHERE wagtailsearch_indexentry_fts MATCH %s AND entry.content_type_id IN ({places})
        ORDER BY bm25(wagtailsearch_indexentry_fts, 0.0, 1.0, 8.0), entry.id
        LIMIT {BEST}
    """  # noqa: S608 (only placeholders and a constant of ours are put into it)
    with connection.cursor() as cursor:
        cursor.execute(sql, ["{title body} : " + f"({match})", *(kind.pk for kind in kinds)])
        return [row[0] for row in cursor.fetchall()]


def hits(pages: list[Page]) -> list[Hit]:
    """What a list of hits shows. Pages of the commonest kinds get their own description where no editor wrote one."""
    root = navigation().root
    start = len(root.url_path) - 1 if root else 0
    kinds = ContentType.objects.get_for_models(*get_page_models())
    names = {kind.pk: capfirst(model._meta.verbose_name) for model, kind in kinds.items()}
    own = own_descriptions(pages, {kind.pk: model for model, kind in kinds.items()})
    return [
        Hit(
            title=page.title,
            url=page.url_path[start:],
            kind=str(names.get(page.content_type_id, "")),
            description=page.search_description or own.get(page.pk, ""),
        )
        for page in pages
    ]


def own_descriptions(pages: list[Page], models: dict[int, type[Page]]) -> dict[int, str]:
    """By page: what its kind of page says about itself, for the DESCRIBED_KINDS commonest kinds among `pages`."""
    bare = [page for page in pages if not page.search_description]
    commonest = Counter(page.content_type_id for page in bare).most_common(DESCRIBED_KINDS)
    descriptions: dict[int, str] = {}
    for kind, _number in commonest:
        numbers = [page.pk for page in bare if page.content_type_id == kind]
        specific = models[kind].objects.defer_streamfields().in_bulk(numbers)
        descriptions |= {pk: page.description for pk, page in specific.items() if hasattr(page, "description")}
    return descriptions
