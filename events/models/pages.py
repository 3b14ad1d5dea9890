from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks import BodyStreamBlock
from core.models import BasePage
from core.models.choice_form import OwnChoicesForm
from events.blocks import ProgrammeBlock
from events.models.event import Event
from events.models.structured_data import event_data
from events.rules import EventPagePermissions
from events.templatetags.event_times import when


class EventIndexPage(BasePage):
    """/arrangementer/: what is coming, and what has been."""

    lead = models.CharField(_("lead"), max_length=250, blank=True)

    max_count = 1
    subpage_types = ["events.EventPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("events")

    @property
    def fallback_description(self) -> str:
        return self.lead

    def get_context(self, request, *args, **kwargs):
        events = Event.objects.public().with_seats()
        return super().get_context(request, *args, **kwargs) | {
            "upcoming": events.upcoming(),
            "past": events.past()[:20],
        }


class EventPageForm(OwnChoicesForm):
    """Which event a page presents is chosen once: the page's address, and who may write it, follow from that."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "event" in self.fields:
            del self.fields["event"]


class EventPage(BasePage):
    """/arrangementer/<event>/: the presentation of an event. Dates, seats and registrations are the Event's own."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="page", verbose_name=_("event"))
    lead = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("presentation"))
    audience = models.CharField(_("for whom"), max_length=160, blank=True)
    price = models.CharField(_("price"), max_length=80, blank=True)
    access = models.CharField(_("access"), max_length=250, blank=True)
    programme = StreamField(ProgrammeBlock(), verbose_name=_("programme"), blank=True)

    base_form_class = EventPageForm
    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("event"),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("audience"), FieldPanel("price"), FieldPanel("access")], _("Practical")),
        FieldPanel("programme"),
    ]
    found_as = _("event")  # in the search, where its own name says too much
    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("event presentation")

    def permissions_for_user(self, user):
        return EventPagePermissions(user, self)

    @property
    def fallback_description(self) -> str:
        return self.lead

    def full_clean(self, *args, **kwargs) -> None:
        """The page's address is the event's, since the registration form and the mails lead there."""
        if self.event_id:
            self.slug = self.event.slug
        super().full_clean(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        event = Event.objects.with_seats().get(pk=self.event_id)
        return super().get_context(request, *args, **kwargs) | {"event": event, "facts": self.facts(event)}

    def structured_data(self, context):
        return event_data(self, context["event"])

    def facts(self, event: Event) -> list[dict]:
        """The practical box. What is not known yet stands there as unknown."""
        return [
            {"label": _("When"), "value": capfirst(when(event))},
            {"label": _("Where"), "value": event.place, "note": "" if event.place else event.place_note},
            {"label": _("For whom"), "value": self.audience},
            {"label": _("Price"), "value": self.price},
            {"label": _("Access"), "value": self.access},
        ]
