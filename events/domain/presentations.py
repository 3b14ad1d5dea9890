"""Who writes the page that presents an event: its organisers write and publish that page, and reach no other."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from events.models import Event, EventIndexPage, EventPage

MAY = ("change_page", "publish_page")


def organisers(event: Event) -> Group:
    """The Django group of those who organise the event: Wagtail's page permissions hang on groups."""
    return Group.objects.get_or_create(name=f"event {event.pk} organisers")[0]


@transaction.atomic
def let_present(*, by, event: Event, user) -> EventPage | None:
    """Let `user` write and publish the event's page: a draft when nobody has begun it. Run twice, it changes nothing.

    Returns None before /arrangementer/ exists.
    """
    page = presentation(by=by, event=event)
    if page is None:
        return None
    group = organisers(event)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=MAY):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)
    user.groups.add(group)
    return page


def stop_presenting(*, by, event: Event, user) -> None:
    user.groups.remove(organisers(event))


def presentation(*, by, event: Event) -> EventPage | None:
    page = EventPage.objects.filter(event=event).first()
    index = EventIndexPage.objects.first()
    if page or index is None:
        return page
    page = EventPage(title=event.title, slug=event.slug, event=event, live=False, owner=by)
    index.add_child(instance=page)
    page.save_revision(user=by)
    return page
