import wagtail_factories

from rooms.models import CourseEvent, CourseSource, RoomsIndexPage


class RoomsIndexPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = RoomsIndexPage

    title = "Udviklingsrum"
    slug = "udviklingsrum"


def add_step(page, **fields):
    """One more step of the course, documented unless told otherwise, from the source A."""
    fixed = {
        "date": "2022-05-03",
        "evidence": "documented",
        "type": "workshop",
        "title": "Et møde",
        "source_keys": "A",
    }
    return CourseEvent.objects.create(page=page, sort_order=page.events.count(), **fixed | fields)


def add_source(page, **fields):
    return CourseSource.objects.create(
        page=page, sort_order=page.sources.count(), **{"key": "A", "title": "En artikel"} | fields
    )
