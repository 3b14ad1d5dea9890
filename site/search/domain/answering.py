"""A side of hits as it is shown."""

from typing import Any, NamedTuple

from django.core.paginator import Page as Side
from django.core.paginator import Paginator
from django.utils.safestring import SafeString
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from catalogue.models.wording import readable_slug
from core.navigation import navigation
from search.content import kind_name
from search.databases import BEST
from search.domain.finding import FEW, Numbers, Sought, best, corrected, count, parts_to_mark, widen, with_fewer_words
from search.marking import Marker
from search.models import Entry
from search.question import read

PAGE_SIZE = 20


class Hit(NamedTuple):
    title: SafeString
    url: str
    kind: str
    place: str
    description: SafeString
    page: tuple[str, str] | None  # title and address of the page that leads to it


class Kind(NamedTuple):
    label: str
    name: str
    number: int


class Synonyms(NamedTuple):
    asked: str
    others: str
    exact: str


class Answer(NamedTuple):
    """`query` is what was searched for: where nothing held what was asked, a better spelling of it."""

    query: str
    asked: str
    total: int
    kinds: list[Kind]
    kind: Kind | None
    side: Side
    synonyms: list[Synonyms]
    maybe: str
    fewer: list[tuple[str, int]]


class Ranked:
    """The best hits, asked for a side at a time."""

    def __init__(self, sought: list[Sought], numbers: Numbers, kind: str):
        self.sought, self.numbers, self.kind = sought, numbers, kind
        self.total = numbers.by_kind[kind] if kind else numbers.total

    def count(self) -> int:
        return min(self.total, BEST)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, some: slice) -> list[Hit]:
        numbers = best(self.sought, self.numbers, self.kind, some.stop - some.start, some.start) if self.total else []
        return hits(numbers, self.sought)


def answer(asked: str, kind: str, side: str) -> Answer:
    """What is found for `asked`, of the kind with that name, or of every kind where no hit is of such."""
    sought, numbers, query, maybe = spelled(asked)
    kinds = shown_kinds(numbers.by_kind)
    chosen = next((each for each in kinds if each[1].name == kind), None)
    ranked: Any = Ranked(sought, numbers, chosen[0] if chosen else "")
    shown: Side = Paginator(ranked, PAGE_SIZE).get_page(side)
    return Answer(
        query=query,
        asked=asked,
        total=ranked.total if shown.has_other_pages() else len(shown.object_list),
        kinds=[each for _label, each in kinds],
        kind=chosen[1] if chosen else None,
        side=shown,
        synonyms=[
            Synonyms(each.words, get_text_list(each.group, _("and")), f'"{each.words}"')
            for each in sought
            if each.group
        ],
        maybe=maybe,
        fewer=[] if numbers.total else with_fewer_words(sought),
    )


def spelled(asked: str) -> tuple[list[Sought], Numbers, str, str]:
    """What is sought, what it finds by kind, the question as it was searched for, and one that may be meant.

    Where nothing is found and a better spelling finds something, that is what was searched for.
    """
    sought = widen(read(asked))
    numbers = count(sought) if sought else Numbers({})
    better = corrected(sought) if sought and numbers.total < FEW else ""
    meant = widen(read(better))
    numbers_meant = count(meant) if meant else Numbers({})
    if numbers_meant.total <= numbers.total:
        return sought, numbers, asked, ""
    return (sought, numbers, asked, better) if numbers.total else (meant, numbers_meant, better, "")


def shown_kinds(numbers: dict[str, int]) -> list[tuple[str, Kind]]:
    """By the model's label, most first."""
    found = []
    for label, number in numbers.items():
        name = kind_name(label)
        found.append((label, Kind(capfirst(name), readable_slug(name), number)))
    return sorted(found, key=lambda each: (-each[1].number, each[1].label))


def hits(numbers: list[int], sought: list[Sought]) -> list[Hit]:
    """One query."""
    rows = Entry.objects.select_related("page").only(
        "kind", "address", "title", "place", "lead", "text", "page__title", "page__url_path"
    )
    found = rows.in_bulk(numbers)
    marker = Marker(*parts_to_mark(sought))
    return [_hit(found[number], marker) for number in numbers if number in found]


def _hit(entry: Entry, marker: Marker) -> Hit:
    own = address_of(entry.page)
    leads_elsewhere = entry.address.startswith("/")
    return Hit(
        title=marker.marked(entry.title),
        url=entry.address if leads_elsewhere else own + entry.address,
        kind=capfirst(kind_name(entry.kind)),
        place=entry.place,
        description=marker.snippet(entry.lead, entry.text),
        page=(entry.page.title, own) if entry.kind == FILE else None,
    )


def address_of(page) -> str:
    root = navigation().root
    return page.url_path[len(root.url_path) - 1 :] if root else ""


FILE = "core.sitedocument"
