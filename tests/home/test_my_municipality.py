import datetime
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import TaskState

from accounts.domain.memberships import join_municipality
from accounts.enums import Role
from catalogue.domain.diary import Note, write_diary_entry
from catalogue.models import StoryPage
from tests.factories.catalogue import StoryPageFactory
from tests.factories.events import EventFactory, organise, publish
from tests.personas import member

pytestmark = pytest.mark.django_db
PAGE = "/min-kommune/"


@pytest.fixture
def opened(client, request):
    """The page as a persona sees it, as text."""

    def as_seen_by(persona, path=PAGE):
        client.force_login(request.getfixturevalue(persona))
        return client.get(path).content.decode()

    return as_seen_by


def start(client, slug="haderslev", **typed):
    told = {f"{slug}-title": "Fra to besøg til ét", f"{slug}-token": str(uuid4())} | typed
    return client.post(f"{PAGE}{slug}/erfaring/", told)


def draft_by(user, page, **fields):
    story = StoryPageFactory(parent=page, owner=user, live=False, **fields)
    story.save_revision(user=user)
    return story


def test_somebody_signed_out_is_asked_to_sign_in(client, haderslev_page):
    assert client.get(PAGE)["Location"] == "/konto/login/?next=/min-kommune/"
    assert start(client)["Location"].startswith("/konto/login/")


def test_a_title_starts_a_story_and_opens_the_editor(client, contributor, haderslev_page):
    client.force_login(contributor)
    response = start(client)
    story = StoryPage.objects.child_of(haderslev_page).get()
    assert response["Location"] == f"/admin/pages/{story.pk}/edit/"
    assert (story.title, story.slug, story.owner, story.live) == (
        "Fra to besøg til ét",
        "fra-to-besoeg-til-et",
        contributor,
        False,
    )


@pytest.mark.database
def test_a_double_click_makes_one_story(client, contributor, haderslev_page):
    client.force_login(contributor)
    token = {"haderslev-token": str(uuid4())}
    assert start(client, **token)["Location"] == start(client, **token)["Location"]
    assert StoryPage.objects.count() == 1


def test_two_stories_of_one_title_have_an_address_each(client, contributor, haderslev_page):
    client.force_login(contributor)
    start(client)
    start(client)
    assert set(StoryPage.objects.values_list("slug", flat=True)) == {"fra-to-besoeg-til-et", "fra-to-besoeg-til-et-2"}


def test_somebody_elses_form_makes_nothing(client, contributor, coordinator, haderslev_page):
    client.force_login(contributor)
    token = {"haderslev-token": str(uuid4())}
    start(client, **token)
    client.force_login(coordinator)
    assert start(client, **token).status_code == 404
    assert StoryPage.objects.count() == 1


@pytest.mark.parametrize("slug", ["koege", "nowhere"])
def test_one_starts_nothing_in_anothers_municipality(client, contributor, haderslev_page, koege_page, slug):
    client.force_login(contributor)
    assert start(client, slug).status_code == 404


def test_a_missing_title_is_told_and_nothing_typed_is_lost(client, contributor, haderslev_page):
    client.force_login(contributor)
    response = start(client, **{"haderslev-title": " "})
    assert response.status_code == 422
    assert 'href="#id_haderslev-title"' in response.content.decode()
    long = "x" * 300
    assert long in start(client, **{"haderslev-title": long}).content.decode()


def test_a_get_starts_nothing(client, contributor, haderslev_page):
    client.force_login(contributor)
    assert client.get(f"{PAGE}haderslev/erfaring/").status_code == 405
    assert not StoryPage.objects.exists()


def test_a_writer_sees_what_is_missing_and_with_whom_a_text_is(contributor, coordinator, haderslev_page, opened):
    draft_by(contributor, haderslev_page, title="Ufærdig", summary="")
    sent = draft_by(contributor, haderslev_page, title="Sendt")
    sent.get_workflow().start(sent, contributor)
    page = opened("contributor")
    assert "Ufærdig" in page
    assert "et resumé" in page
    assert f"/admin/pages/{sent.pk}/edit/" in page


def test_the_coordinator_meets_what_waits_for_her_but_not_her_own(
    contributor, coordinator, other_coordinator, haderslev_page, opened, client
):
    for user, title in ((contributor, "Bidragyderens"), (coordinator, "Min egen")):
        story = draft_by(user, haderslev_page, title=title)
        story.get_workflow().start(story, user)
    client.force_login(coordinator)
    place = client.get(PAGE).context["places"][0]
    assert [text.title for text in place.for_me] == ["Bidragyderens"]
    assert [text.title for text in place.ours] == ["Min egen"]


def test_a_text_sent_back_waits_for_its_writer_with_the_comment(client, contributor, coordinator, haderslev_page):
    story = draft_by(contributor, haderslev_page)
    step = story.get_workflow().start(story, contributor).current_task_state
    step.task.specific.on_action(step, coordinator, "reject", comment="Hvor mange teams?")
    client.force_login(contributor)
    response = client.get(PAGE)
    assert [text.status for text in response.context["places"][0].for_me] == ["changes"]
    assert "Hvor mange teams?" in response.content.decode()


def test_an_editor_sees_the_desks_queue_of_all_municipalities(client, editor, contributor, haderslev_page):
    story = draft_by(contributor, haderslev_page)
    story.get_workflow().start(story, contributor)
    client.force_login(editor)
    assert [text.title for text in client.get(PAGE).context["queue"]] == [story.title]
    client.force_login(contributor)
    assert client.get(PAGE).context["queue"] == []


def test_a_stranger_sees_none_of_it(client, stranger, contributor, haderslev_page, koege_page):
    draft_by(contributor, haderslev_page, title="Hemmelig kladde")
    client.force_login(stranger)
    page = client.get(PAGE).content.decode()
    assert "Hemmelig kladde" not in page
    assert "Bidragyder i Haderslev" not in page


@pytest.mark.parametrize("persona", ["follow_group_reader", "administrator"])
def test_somebody_without_a_municipality_gets_a_kind_page(opened, persona, site):
    assert "/konto/2fa/" in opened(persona)


def test_somebody_in_two_municipalities_sees_both(client, contributor, haderslev_page, koege, koege_page):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.COORDINATOR)
    client.force_login(contributor)
    assert [place.municipality.name for place in client.get(PAGE).context["places"]] == ["Haderslev", "Køge"]
    assert start(client, "koege").status_code == 302


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_is_the_same_for_one_row_and_three(
    client, contributor, coordinator, haderslev, haderslev_page, django_assert_num_queries, rows
):
    for number in range(rows):
        draft_by(contributor, haderslev_page)
        sent = draft_by(contributor, haderslev_page)
        sent.get_workflow().start(sent, contributor)
        StoryPageFactory(parent=haderslev_page, owner=contributor)
        member(haderslev, Role.CONTRIBUTOR, f"Kollega {number}")
    client.force_login(contributor)
    client.get(PAGE)
    with django_assert_num_queries(16):
        client.get(PAGE)


@pytest.mark.parametrize("rows", [1, 3])
def test_nor_does_the_desks_queue_ask_more_for_more(
    client, contributor, editor, haderslev_page, django_assert_num_queries, rows
):
    for _ in range(rows):
        story = draft_by(contributor, haderslev_page)
        story.get_workflow().start(story, contributor)
    client.force_login(editor)
    client.get(PAGE)
    with django_assert_num_queries(16):
        client.get(PAGE)


def test_what_waits_says_until_when(client, contributor, coordinator, haderslev_page):
    story = draft_by(contributor, haderslev_page)
    story.get_workflow().start(story, contributor)
    TaskState.objects.update(started_at=datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC))
    client.force_login(coordinator)
    assert "Der skulle være svaret mandag 12. januar." in client.get(PAGE).content.decode()
    TaskState.objects.update(started_at=timezone.now())
    assert "Svar helst senest" in client.get(PAGE).content.decode()
    client.force_login(contributor)
    assert "Du får svar senest" in client.get(PAGE).content.decode()


def test_a_coordinator_may_invite_and_a_contributor_is_told_who_can(opened, contributor, coordinator, haderslev_page):
    assert 'href="/min-kommune/haderslev/kolleger/"' in opened("coordinator")
    assert "/kolleger/" not in opened("contributor")


def test_whoever_has_a_post_at_an_event_finds_its_list_there(client, contributor, haderslev_page):
    mine, other, draft = EventFactory(), EventFactory(), EventFactory()
    for event in (mine, other):
        publish(event)
    organise(mine, contributor)
    client.force_login(contributor)
    page = client.get(PAGE).content.decode()
    assert f'href="/arrangoer/{mine.slug}/"' in page
    assert f'href="/arrangementer/{other.slug}/"' in page
    assert draft.title not in page


def test_news_come_from_other_municipalities_only(client, contributor, haderslev_page, koege_page):
    StoryPageFactory(parent=haderslev_page, title="Vores egen")
    StoryPageFactory(parent=koege_page, title="Fra Køge")
    StoryPageFactory(parent=koege_page, title="Kladde fra Køge", live=False)
    note = Note(text="Dagbog fra Køge.")
    there = member(koege_page.municipality, Role.COORDINATOR, "Koordinator i Køge")
    write_diary_entry(by=there, under=koege_page, note=note, token=uuid4(), send=True)
    client.force_login(contributor)
    news = client.get(PAGE).context["news"]
    assert [(each.page.title, each.place) for each in news] == [("Dagbog fra Køge.", "Køge"), ("Fra Køge", "Køge")]


@pytest.mark.parametrize("rows", [1, 3])
def test_nor_do_news_and_events(client, contributor, haderslev_page, koege_page, django_assert_num_queries, rows):
    there = member(koege_page.municipality, Role.COORDINATOR, "Koordinator i Køge")
    for _ in range(rows):
        publish(EventFactory())
        StoryPageFactory(parent=koege_page)
        write_diary_entry(by=there, under=koege_page, note=Note(text="I dag."), token=uuid4(), send=True)
    client.force_login(contributor)
    client.get(PAGE)
    with django_assert_num_queries(14):
        client.get(PAGE)
