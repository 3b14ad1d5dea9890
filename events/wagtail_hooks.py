"""Where an administrator makes events and gives posts at them, and organisers find the page that presents theirs."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from accounts.rules import works_at_desk
from events.domain.events import change_event, give_post, take_post
from events.models import Event, EventPage, EventStaff


class EventForm(WagtailAdminModelForm):
    """A changed event is written by the domain: field by field, under the lock, and never the number of seats."""

    instance: Event

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        if not self.is_new:
            del self.fields["seats"]

    def save(self, commit: bool = True) -> Event:
        if self.is_new or not commit:
            return super().save(commit)
        values = {name: self.cleaned_data[name] for name in self.fields}
        self.instance = change_event(by=self.for_user, event=self.instance, values=values)
        return self.instance


class PostForm(WagtailAdminModelForm):
    instance: EventStaff

    def save(self, commit: bool = True) -> EventStaff:
        if not commit:
            return super().save(commit)
        values = {name: self.cleaned_data[name] for name in ("event", "user", "role")}
        self.instance = give_post(by=self.for_user, **values)
        return self.instance


class EventViewSet(ModelViewSet):
    model = Event
    icon = "date"
    menu_label = _("Events")
    list_display = ["title", "starts_at", "seats", "registration_closes_at"]
    search_fields = ["title", "slug"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("slug"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("is_demo")]),
            FieldPanel("summary"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("place"),
            FieldPanel("place_note"),
            MultiFieldPanel(
                [
                    HelpPanel(_("Once the event is made, its organiser changes the number of seats at /arrangoer/.")),
                    FieldPanel("seats"),
                    FieldRowPanel([FieldPanel("registration_opens_at"), FieldPanel("registration_closes_at")]),
                    FieldPanel("cancel_until"),
                    FieldPanel("contact_email"),
                ],
                heading=_("Registration"),
            ),
        ],
        base_form_class=EventForm,
    )


class TakePostView(DeleteView):
    def delete_action(self):
        take_post(by=self.request.user, post=self.object)


class PostViewSet(ModelViewSet):
    delete_view_class = TakePostView
    model = EventStaff
    icon = "group"
    menu_label = _("Event posts")
    list_display = ["event", "user", "role"]
    list_filter = ["event", "role"]
    copy_view_enabled = False
    edit_handler = ObjectList([FieldPanel("event"), FieldPanel("user"), FieldPanel("role")], base_form_class=PostForm)


class EventsGroup(ModelViewSetGroup):
    menu_label = _("Events")
    menu_icon = "date"
    items = (EventViewSet, PostViewSet)


@hooks.register("register_admin_viewset")
def events_viewsets():
    return EventsGroup()


@hooks.register("construct_main_menu", order=10)
def pages_of_ones_events(request: HttpRequest, menu_items: list) -> None:
    """After the catalogue has taken away what writers do not need: a way straight to the page of each own event."""
    if works_at_desk(request.user):
        return
    pages = EventPage.objects.filter(event__in=Event.objects.organised_by(request.user)).order_by("title")
    menu_items += [
        MenuItem(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]), name=page.slug, icon_name="date")
        for page in pages
    ]
