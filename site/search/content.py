"""What the index keeps of a page, a file or any other thing that may be found.

Pages come by themselves, with what their `search_fields` name. Another app's plain model is registered in PLAIN.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.search.index import RelatedFields, SearchField

from catalogue.models.diary import municipality_above
from core.models import BasePage
from search.analysis import composed, stems_of

BEGINNING = 60  # characters of a lead, by which it is known again in the text it was cut from
MOST_TEXT = 60_000  # characters: some twenty printed pages


class Content(NamedTuple):
    """`page` decides who may read it. `address` as in Entry."""

    kind: str
    object_id: int
    page: Page
    title: str
    lead: str = ""
    text: str = ""
    place: str = ""
    address: str = ""
    changed_at: datetime | None = None
    lead_is_own: bool = True  # and not what every such page says
    content_mark: str = ""

    def fields(self) -> dict[str, Any]:
        """As the row has them, with the stems that are searched."""
        title, lead, text = (composed(part) for part in (self.title, self.lead, self.text[:MOST_TEXT]))
        return {
            "page_id": self.page.pk,
            "address": self.address,
            "title": title,
            "place": self.place,
            "lead": lead,
            "text": text,
            "changed_at": self.changed_at,
            "content_mark": self.content_mark,
            "title_stems": " ".join(stems_of(title)),
            "lead_stems": " ".join(stems_of(lead)) if self.lead_is_own else "",
            "body_stems": " ".join(stems_of(f"{self.place}\n{text}")),
        }


def of_page(page: BasePage) -> Content:
    """Of a page of its own kind, as it is published."""
    lead = page.description
    told = texts_of(page, type(page).get_search_fields(), skip=("title",))
    return Content(
        kind=page._meta.label_lower,
        object_id=page.pk,
        page=page,
        title=page.title,
        lead=lead,
        text="\n".join(text for text in told if text != lead),
        place=place_of(page),
        changed_at=page.first_published_at,
        lead_is_own=bool(page.search_description) or any(lead[:BEGINNING] in " ".join(text.split()) for text in told),
    )


def place_of(page: BasePage) -> str:
    """The municipality that tells it, if one does."""
    municipality = municipality_above(page)
    return municipality.name if municipality and municipality.name != page.title else ""


def texts_of(thing: Model, fields: Iterable, skip: tuple[str, ...] = ()) -> list[str]:
    """The text of each search field, rows of the thing's own too."""
    found: list[str] = []
    for field in fields:
        if isinstance(field, RelatedFields):
            value = field.get_value(thing)
            things = value.all() if hasattr(value, "all") else filter(None, [value])
            found += [text for each in things for text in texts_of(each, field.fields)]
        elif type(field) is SearchField and field.field_name not in skip:
            found += _plain(field.get_value(thing))
    return found


def kind_name(label: str) -> str:
    """What readers call things of that model: its name, or the `found_as` of one whose name is for editors."""
    model = apps.get_model(label)
    return str(getattr(model, "found_as", model._meta.verbose_name))


def _plain(value: Any) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    texts = [strip_tags(str(each)).strip() for each in values if each not in (None, "")]
    # A block and the block it lies in may both tell the same.
    return [text for before, text in pairwise(["", *texts]) if text and text != before]


class Plain(NamedTuple):
    """How things of a plain model are told of, and the kind of page that they stand on."""

    content: Callable[[Any], Content | None]
    stands_on: type[Page]


PLAIN: dict[type[Model], Plain] = {}


def register(model: type[Model], content: Callable[[Any], Content | None], *, stands_on: type[Page]) -> None:
    """Let things of a plain model be found. `content(thing)` answers None for what is not to be found."""
    PLAIN[model] = Plain(content, stands_on)
