"""Who organises an event writes and publishes its page, and meets no other page's draft (MATRIX rows 2 to 4)."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from events.domain.events import give_post, take_post
from events.enums import StaffRole
from events.models import EventPage
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import StoryPageFactory
from tests.factories.events import EventFactory, organise, publish

pytestmark = pytest.mark.django_db
SECRET = "Hemmelig kladde"


@pytest.fixture
def page(site, organiser):
    event = EventFactory(title="Vidensdag", slug="vidensdag")
    organise(event, organiser)
    return EventPage.objects.get(event=event)


@pytest.fixture
def as_organiser(client, organiser):
    client.force_login(organiser)
    return client


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def answers(**more):
    streams = {name: streamfield([]) for name in ("body", "programme")}
    return nested_form_data({"title": "Vidensdag", "slug": "vidensdag", "lead": "Kom og hør."} | streams | more)


def test_who_gets_the_post_has_a_draft_to_write(page):
    assert (page.title, page.live) == ("Vidensdag", False)


def test_an_organiser_writes_and_publishes_the_page(as_organiser, page):
    assert as_organiser.get(edit_url(page)).status_code == 200
    response = as_organiser.post(edit_url(page), answers() | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    page.refresh_from_db()
    assert (page.live, page.lead) == (True, "Kom og hør.")


def test_the_page_cannot_be_turned_into_another_events(as_organiser, page):
    other = EventFactory()
    as_organiser.post(edit_url(page), answers(event=other.pk) | {"action-publish": "1"})
    page.refresh_from_db()
    assert page.event_id != other.pk
    assert other.title not in as_organiser.get(edit_url(page)).text


@pytest.mark.parametrize("name", ["delete", "unpublish", "set_privacy", "move", "copy"])
def test_withdrawing_the_page_is_the_desks(as_organiser, page, name):
    page.get_latest_revision().publish()
    address = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
    as_organiser.post(address)
    page.refresh_from_db()
    assert page.live
    assert EventPage.objects.count() == 1


@pytest.mark.parametrize("name", ["delete", "unpublish"])
def test_nor_is_it_withdrawn_with_many_at_once(as_organiser, page, name):
    page.get_latest_revision().publish()
    as_organiser.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", name]) + f"?id={page.pk}")
    page.refresh_from_db()
    assert page.live


def test_another_events_page_and_a_municipalitys_are_not_there(as_organiser, page, haderslev_page):
    others = publish(EventFactory(title=SECRET)), StoryPageFactory(parent=haderslev_page, title=SECRET, live=False)
    for other in others:
        for name in ("edit", "history", "view_draft", "delete", "usage"):
            address = reverse(f"wagtailadmin_pages:{name}", args=[other.pk])
            assert as_organiser.get(address).status_code == 404, address


@pytest.mark.parametrize(
    "path", ["pages/", "pages/search/?q=hemmelig", "choose-page/search/?q=hemmelig", "api/main/pages/", "images/"]
)
def test_no_list_names_a_draft_of_others(as_organiser, page, haderslev_page, path):
    StoryPageFactory(parent=haderslev_page, title=SECRET, live=False)
    organise(EventFactory(title=SECRET), UserFactory())
    assert SECRET not in as_organiser.get(f"/admin/{path}", follow=True).text


def test_who_loses_the_post_loses_the_page(as_organiser, page, organiser):
    take_post(by=None, post=page.event.staff.get())
    assert as_organiser.get(edit_url(page)).status_code == 404


def test_an_organiser_who_becomes_a_helper_loses_the_page(as_organiser, page, organiser):
    give_post(by=None, event=page.event, user=organiser, role=StaffRole.CHECKIN)
    assert as_organiser.get(edit_url(page)).status_code == 404


def test_an_administrator_who_takes_the_post_away_takes_the_page(client, administrator, page, organiser):
    client.force_login(administrator)
    client.post(reverse("eventstaff:delete", args=[page.event.staff.get().pk]))
    client.force_login(organiser)
    assert client.get(edit_url(page)).status_code == 404


def test_an_organiser_finds_the_page_from_the_list_of_attendees(as_organiser, page):
    assert edit_url(page) in as_organiser.get(reverse("events:attendees", args=["vidensdag"])).text
