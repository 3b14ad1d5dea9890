from uuid import NAMESPACE_URL, uuid5

import wagtail_factories
from wagtail.models import Site

from catalogue.models import GuidePage, GuideSource, GuideStepPage


class GuidePageFactory(wagtail_factories.PageFactory):
    """/kom-godt-i-gang/ under the front page of the `site` fixture."""

    class Meta:
        model = GuidePage

    title = "Kom godt i gang"
    slug = "kom-godt-i-gang"

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        return super()._create_instance(model_class, parent or Site.objects.get().root_page, kwargs)


def add_step(guide, points=(), **fields):
    """A step of the guide. `points` are made by `point` and `dilemma`."""
    number = guide.get_children_count() + 1
    told = {"title": f"Trin {number}", "slug": f"trin-{number}"} | fields
    step = GuideStepPage(points=[(kind, value) for kind, value in points], **told)
    step = guide.add_child(instance=step)
    guide.refresh_from_db()
    return step


def point(text="Begynd i det små.", kind="do", sources="A", readers=(), lines=()):
    told = [{"reader": reader, "text": line} for reader, line in lines]
    return kind, {"text": text, "sources": sources, "readers": list(readers), "lines": told}


def dilemma(text="Frihed eller utryghed?", sources="A", readers=()):
    _kind, told = point(text, sources=sources, readers=readers)
    return "dilemma", told | {"one_side": "Nogle nyder det.", "other_side": "Andre mangler rammer."}


def add_source(guide, key="A", **fields):
    told = {"title": f"Artikel {key}", "url": f"https://example.org/{uuid5(NAMESPACE_URL, key)}"}
    return GuideSource.objects.create(page=guide, key=key, sort_order=guide.sources.count(), **told | fields)
