from django.db import models
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from catalogue.enums import GuideReader
from catalogue.models import StoryPage
from catalogue.models.feed_addresses import FEED
from catalogue.models.telling_places import telling_places
from core.blocks import BodyStreamBlock
from core.html import RICH_TEXT_FEATURES
from core.links import absolute
from core.models import BasePage
from core.navigation import navigation
from core.structured_data import organization
from events.enums import EventKind
from events.models import Event

LATEST_STORIES = 5


class FrontPage(BasePage):
    """/: who it is for, the map, the latest stories, the next conference and what a development room is."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)
    lead = models.TextField(_("lead"), max_length=300, blank=True)
    leader_line = models.CharField(_("line for leaders"), max_length=120, blank=True)
    staff_line = models.CharField(_("line for staff"), max_length=120, blank=True)
    project_leader_line = models.CharField(_("line for project leaders"), max_length=120, blank=True)
    rooms_text = RichTextField(_("what a development room is"), features=RICH_TEXT_FEATURES, blank=True)

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

    content_panels = [
        *Page.content_panels,
        FieldPanel("heading"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("leader_line"), FieldPanel("staff_line"), FieldPanel("project_leader_line")],
            heading=_("Where the reader stands"),
        ),
        FieldPanel("rooms_text"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("heading"),
        index.SearchField("lead"),
        index.SearchField("rooms_text"),
    ]

    class Meta:
        verbose_name = _("front page")

    @property
    def fallback_description(self) -> str:
        return self.lead

    def get_context(self, request, *args, **kwargs):
        places = telling_places()
        latest = [story.pk for story in places.stories[:LATEST_STORIES]]
        stories = list(StoryPage.objects.filter(pk__in=latest).with_listing().newest())
        return super().get_context(request, *args, **kwargs) | {
            "lead_story": next(iter(stories), None),
            "other_stories": stories[1:],
            "places": places,
            "story_count": len(places.stories),
            "event": next_event(),
            "audiences": self.audiences(),
            "feed_path": FEED,
        }

    def structured_data(self, context):
        return organization() | {"description": self.description, "logo": absolute(static("core/icon.svg"))}

    def audiences(self) -> list[dict]:
        """Who the reader may be: the guide's word in the address, the name, and the editor's line."""
        told = (
            (GuideReader.LEADER, _("I am a leader"), self.leader_line),
            (GuideReader.STAFF, _("I am an employee"), self.staff_line),
            (GuideReader.PROJECT_LEADER, _("I am a project leader"), self.project_leader_line),
        )
        return [{"key": reader.value, "name": name, "line": line} for reader, name, line in told]


def next_event() -> Event | None:
    """The conference that takes registrations, or else whatever event does."""
    return Event.objects.filter(kind=EventKind.CONFERENCE).next_open() or Event.objects.next_open()


class StandardPage(BasePage):
    """A page of running text, such as *Om projektet* and the pages below it."""

    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Where the title, which stands in menus, is too short.")
    )
    lead = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)

    parent_page_types = ["home.FrontPage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*Page.content_panels, FieldPanel("heading"), FieldPanel("lead"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("heading"),
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("page")

    @property
    def fallback_description(self) -> str:
        return self.lead

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"section_pages": self.section_pages()}

    def section_pages(self) -> list[dict]:
        """The pages of this part of the site: title, url, and whether it is this page. One query."""
        root = navigation().root
        if root is None or self.depth <= root.depth:
            return []
        start, head_depth = len(root.url_path) - 1, root.depth + 1
        beside = Page.objects.live().filter(path__startswith=self.path[: head_depth * self.steplen])
        rows = beside.filter(depth=head_depth + 1).order_by("path").values_list("pk", "title", "url_path")
        return [{"title": title, "url": path[start:], "here": pk == self.pk} for pk, title, path in rows]
