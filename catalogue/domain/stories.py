from typing import Any

from django.db import transaction
from django.db.models import Model

from accounts.models import User
from catalogue.models import MunicipalityPage, StoryPage, StoryProfession, StorySource, StoryTheme
from catalogue.models.wording import readable_slug
from catalogue.validators import Gap, publication_gaps

ROWS: dict[str, type[Model]] = {"sources": StorySource, "themes": StoryTheme, "profession_rows": StoryProfession}


class StoryHasGaps(Exception):
    """The story may not be published yet. `gaps` tells what is missing."""

    def __init__(self, missing: list[Gap]):
        self.gaps = missing
        super().__init__("; ".join(gap.name for gap in missing))


def gaps(story: StoryPage) -> list[Gap]:
    """What `story` lacks before it may be published, by name and in the order of the form."""
    told = {field.name: field.value_from_object(story) for field in story._meta.concrete_fields}
    rows = {name: list(getattr(story, name).all()) for name in ("themes", "profession_rows")}
    return publication_gaps(told | rows | {"sources": [source.key for source in story.sources.all()]})


@transaction.atomic
def write_story(*, by: User | None, under: MunicipalityPage, told: dict[str, Any]) -> StoryPage:
    """Write a draft below a municipality's page. `told` holds the story's fields by name, and `sources`, `themes` and
    `profession_rows` as lists of their fields. Raises ValidationError when a value is no such value."""
    fields = {name: value for name, value in told.items() if name not in ROWS}
    story = StoryPage(live=False, owner=by, **{"slug": readable_slug(told["title"])} | fields)
    for name, model in ROWS.items():
        rows = [model(sort_order=place, **row) for place, row in enumerate(told.get(name, []))]
        for row in rows:
            row.full_clean(exclude=["page"])
        getattr(story, name).set(rows)
    under.add_child(instance=story)
    story.save_revision(user=by)
    return story


@transaction.atomic
def publish_story(*, by: User | None, story: StoryPage) -> StoryPage:
    """Put the newest text on the site. Raises StoryHasGaps while something is missing."""
    latest = story.get_latest_revision_as_object()
    if missing := gaps(latest):
        raise StoryHasGaps(missing)
    latest.save_revision(user=by).publish(user=by)
    story.refresh_from_db()
    return story
