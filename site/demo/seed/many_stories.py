"""Made-up stories in any number, to measure with. Every one says that it is made up, and so does its municipality.

They are written straight into their tables, since ten thousand stories by way of the editor's history, search and
approval take an hour; what reads them finds them as any others. The same number makes the same stories.
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from itertools import batched
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Locale, Page

from accounts.enums import MunicipalityKind
from accounts.models import Municipality
from catalogue.domain.municipalities import open_municipality
from catalogue.enums import Participation, Profession, SelfManagement, Status, Theme
from catalogue.models import MunicipalityPage, StoryPage, StoryProfession, StorySource, StoryTheme
from catalogue.models.catalogue_change import note_change
from search.domain.indexing import index_page

PLACES = 20
CHUNK = 500
MARK = "Opdigtet eksempel, lavet til at måle med. Det er ikke en kommunes erfaring."
# Older than everything real, so that lists begin with that.
NEWEST = datetime.datetime(2019, 12, 31, 12, tzinfo=datetime.UTC)
TEXT = (
    "teamet planlægger selv dagens besøg borgeren møder færre ansigter lederen venter med svaret sygeplejersken er "
    "med fra morgenen hjælperen kender vejen morgenmødet er kort kørelisten ligger fast de pårørende ringer til én "
    "vagtplanen laves i fællesskab ventetiden faldt opgaverne blev delt anderledes"
)
WORDS = TEXT.split()


def seed_many_stories(number: int) -> int:
    """Made-up stories, so many that the site has `number` in all. Returns how many were made."""
    missing = range(StoryPage.objects.live().count(), number)
    with transaction.atomic():
        places = [example_place(place) for place in range(PLACES)] if missing else []
    for chunk in batched(missing, CHUNK):
        with transaction.atomic():
            write(chunk, places)
    return len(missing)


def example_place(number: int) -> MunicipalityPage:
    municipality, _created = Municipality.objects.get_or_create(
        code=f"EX-{number:04}",
        defaults={
            "name": f"Eksempel {number + 1}",
            "official_name": f"Eksempel {number + 1} (opdigtet)",
            "slug": f"eksempel-{number + 1}",
            "kind": MunicipalityKind.EXAMPLE,
            "population": 12_000 + 7_000 * number,
        },
    )
    return open_municipality(by=None, municipality=municipality)


def write(chunk: Iterable[int], places: list[MunicipalityPage]) -> None:
    """The stories of these numbers with their rows, their parents' count of children, and the search's index."""
    for place in places:
        place.refresh_from_db()
    stories = [story(number, places[number % len(places)]) for number in chunk]
    pages = Page.objects.bulk_create([page_of(story) for story in stories])
    for made, page in zip(stories, pages, strict=True):
        made.page_ptr_id = made.pk = page.pk
    insert(StoryPage, stories)
    for model, rows in ((StoryTheme, themes), (StoryProfession, professions), (StorySource, sources)):
        model.objects.bulk_create(row for made in stories for row in rows(made))
    Page.objects.bulk_update(places, ["numchild"])
    note_change()
    for made in stories:
        index_page.call(made.pk)


def story(number: int, place: MunicipalityPage) -> StoryPage:
    """The story of this number, below `place`, whose count of children it raises."""
    chance = Random(number)  # noqa: S311 (the same stories each time, and nothing secret)
    place.numchild += 1
    slug, told_at = f"eksempel-{number}", NEWEST - datetime.timedelta(hours=number)
    size = chance.choice([None, 5, 8, 9, 12, 20])
    return StoryPage(
        title=f"Eksempel {number}: {sentence(chance, 5)}",
        draft_title=f"Eksempel {number}",
        slug=slug,
        summary=f"{MARK} {sentence(chance, 20)}",
        path=StoryPage._get_path(place.path, place.depth + 1, place.numchild),
        depth=place.depth + 1,
        url_path=f"{place.url_path}{slug}/",
        content_type=ContentType.objects.get_for_model(StoryPage),
        locale=Locale.get_default(),
        municipality_id=place.municipality_id,
        first_published_at=told_at,
        last_published_at=told_at,
        status=chance.choice(["", *Status.values]),
        team_size_min=size,
        team_size_max=size,
        self_management_level=chance.choice([None, *SelfManagement.values]),
        participation=chance.choice(["", *Participation.values]),
        last_confirmed_on=str(chance.randint(2015, 2019)),
        for_leader=chance.random() < 0.6,
        for_staff=chance.random() < 0.4,
        for_project_leader=chance.random() < 0.3,
        **{section: points(chance) for section in ("starting_point", "actions", "learned", "difficulties")},
    )


def sentence(chance: Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def points(chance: Random) -> str:
    told = ({"text": sentence(chance, 12), "note": "", "sources": "A"} for _place in range(3))
    return json.dumps([{"type": "point", "value": value} for value in told])


def page_of(story: StoryPage) -> Page:
    """The part of the story that stands in Wagtail's own table."""
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    return Page(**{name: getattr(story, name) for name in names})


def insert(model: type[Model], objects: Iterable[Model]) -> None:
    """Put the rows of a model's own table in. Django makes no rows in bulk where a model has a parent."""
    fields = model._meta.local_concrete_fields
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 (names of our own tables)
    with connection.cursor() as cursor:
        cursor.executemany(statement, [values(made, fields) for made in objects])


def values(made: Model, fields: Iterable[Any]) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(made, add=True), connection) for field in fields]


def themes(made: StoryPage) -> Iterator[StoryTheme]:
    for place, theme in enumerate(chance_of(made).sample(Theme.values, 2)):
        yield StoryTheme(page_id=made.pk, theme=theme, sort_order=place)


def professions(made: StoryPage) -> Iterator[StoryProfession]:
    for place, profession in enumerate(chance_of(made).sample(Profession.values, 3)):
        yield StoryProfession(page_id=made.pk, profession=profession, sort_order=place)


def sources(made: StoryPage) -> Iterator[StorySource]:
    yield StorySource(page_id=made.pk, key="A", title="Opdigtet til målinger", sort_order=0)


def chance_of(made: StoryPage) -> Random:
    return Random(made.slug)  # noqa: S311 (as above)
