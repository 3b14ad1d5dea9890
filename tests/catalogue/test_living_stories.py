"""A story's contact is asked after six and twelve months whether it still holds, and what becomes of the answer."""

from datetime import timedelta
from re import search

import pytest
from django.core import signing
from django.utils import timezone

from accounts.domain.memberships import leave_municipality
from accounts.models import AuditEntry
from catalogue.domain.living import SALT, ask_about_stories
from catalogue.enums import Status
from catalogue.models import StoryPage
from core.partial_dates import months_after
from notifications.domain.chores import run_due_chores
from notifications.models import ChoreTurn, OutboxMessage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(haderslev_page, contributor):
    page = StoryPageFactory(parent=haderslev_page, owner=contributor, title="Fra to besøg til ét", status="running")
    page.save_revision(user=contributor).publish()
    return published(page, months=7)


def published(story, *, months):
    days = timezone.localdate() - months_after(timezone.localdate(), -months)
    at = timezone.now() - days
    StoryPage.objects.filter(pk=story.pk).update(first_published_at=at)
    return StoryPage.objects.get(pk=story.pk)


def told():
    mails = OutboxMessage.objects.filter(key__startswith="catalogue:still-holds:")
    return sorted(mails.values_list("recipient", flat=True))


@pytest.fixture
def link(story):
    ask_about_stories()
    return link_in(OutboxMessage.objects.get(key__startswith="catalogue:still-holds:"))


def link_in(mail):
    return search(r"/bekraeft/\S+/", mail.text)[0]


def stop(client, link, line="Lederen rejste, og teamet blev delt."):
    return client.post(link, {"stoppet": "ja", "line": line})


def page_of(client, story):
    return client.get(story.url).content.decode()


@pytest.mark.parametrize(("months", "asked"), [(5, 0), (6, 1), (11, 1), (12, 1), (30, 1)])
def test_the_contact_is_asked_when_the_time_has_come(story, months, asked):
    published(story, months=months)
    assert ask_about_stories() == asked


def test_each_occasion_asks_once_whatever_is_started_again(story):
    for _day in range(3):
        ChoreTurn.objects.all().delete()
        run_due_chores()
    assert len(told()) == 1


def test_after_a_year_it_is_asked_again_and_then_no_more(story, monkeypatch):
    ask_about_stories()
    in_half_a_year = timezone.now() + timedelta(days=190)
    monkeypatch.setattr(timezone, "now", lambda: in_half_a_year)
    assert [ask_about_stories() for _day in range(2)] == [1, 0]
    assert len(told()) == 2


def test_the_contact_goes_before_the_owner(story, coordinator):
    StoryPage.objects.update(contact_email="kontakt@demo.example", contact_name="Karin Kontakt")
    ask_about_stories()
    assert told() == ["kontakt@demo.example"]
    assert "Hej Karin Kontakt" in OutboxMessage.objects.get().text


def test_without_a_contact_the_owner_is_asked(story, contributor, coordinator):
    ask_about_stories()
    assert told() == [contributor.email]


def test_when_the_owner_has_left_the_coordinators_are(story, contributor, coordinator, other_coordinator, haderslev):
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    ask_about_stories()
    assert told() == sorted([coordinator.email, other_coordinator.email])


def test_with_nobody_to_ask_nobody_is(story, contributor, haderslev, editor, stranger):
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    assert ask_about_stories() == 0
    assert told() == []


def test_a_draft_and_a_story_that_has_stopped_are_not_asked_about(story):
    StoryPage.objects.update(status=Status.STOPPED)
    assert ask_about_stories() == 0
    StoryPage.objects.update(status="", live=False)
    assert ask_about_stories() == 0


def test_the_mail_says_what_it_is_about_and_names_nobody_in_the_link(story, link, contributor):
    mail = OutboxMessage.objects.get()
    assert mail.subject == "Passer det stadig? Fra to besøg til ét"
    assert "6 måneder" in mail.text
    assert link in mail.html
    payload = signing.loads(link.split("/")[2], salt=SALT)
    assert contributor.email not in str(payload)


def test_looking_changes_nothing(client, story, link):
    for look in (client.get, client.head, client.options):
        look(link)
    assert StoryPage.objects.get().last_confirmed_on == ""
    assert "Passer det stadig?" in client.get(link).content.decode()


def test_the_address_stays_between_the_page_and_its_reader(client, link):
    response = client.get(link)
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_confirming_is_public_at_once(client, story, link):
    assert client.post(link).status_code == 302
    today = timezone.localdate()
    assert StoryPage.objects.get().last_confirmed_on == today.isoformat()
    assert "Sidst bekræftet af kommunen" in page_of(client, story)
    assert not StoryPage.objects.get().has_unpublished_changes
    assert StoryPage.objects.get().get_latest_revision_as_object().last_confirmed_on == today.isoformat()


def test_confirming_begins_the_half_year_again(client, story, link):
    client.post(link)
    published(story, months=13)
    assert ask_about_stories() == 0
    StoryPage.objects.update(last_confirmed_on=months_after(timezone.localdate(), -6).isoformat())
    assert ask_about_stories() == 1


def test_confirming_publishes_nobodys_draft(client, story, link, contributor):
    draft = story.get_latest_revision_as_object()
    draft.title = "Ikke færdig"
    draft.save_revision(user=contributor)
    client.post(link)
    story = StoryPage.objects.get()
    assert (story.title, story.has_unpublished_changes) == ("Fra to besøg til ét", True)
    latest = story.get_latest_revision_as_object()
    assert (latest.title, latest.last_confirmed_on) == ("Ikke færdig", timezone.localdate().isoformat())


def test_a_second_click_finds_it_answered(client, story, link):
    for _click in range(2):
        response = client.post(link, follow=True)
    assert "We ask again" not in response.content.decode()
    assert "kommunen står inde for den" in response.content.decode()
    stop(client, link)
    assert StoryPage.objects.get().status == "running"
    assert AuditEntry.objects.filter(action="story-confirmed").count() == 1


def test_that_it_has_stopped_is_public_and_the_line_waits(client, story, link, contributor, coordinator, editor):
    stop(client, link)
    page = page_of(client, story)
    assert "Kommunen har meldt arbejdet stoppet" in page
    assert "Meldt af Haderslev Kommune" in page
    assert "Lederen rejste" not in page
    step = StoryPage.objects.get().current_workflow_state
    assert (step.requested_by, step.current_task_state.task.specific.in_municipality) == (contributor, True)
    for user in (coordinator, editor):
        state = StoryPage.objects.get().current_workflow_state.current_task_state
        state.task.specific.on_action(state, user, "approve")
    assert "Lederen rejste, og teamet blev delt." in page_of(client, story)
    assert StoryPage.objects.get().sources.filter(key="K1").count() == 1


def test_a_coordinator_does_not_approve_her_own_line(client, story, contributor, coordinator, other_coordinator):
    StoryPage.objects.update(contact_email=coordinator.email)
    ask_about_stories()
    stop(client, link_in(OutboxMessage.objects.get()))
    state = StoryPage.objects.get().current_workflow_state
    assert not state.current_task_state.task.specific.may_approve(coordinator, state)
    assert state.current_task_state.task.specific.may_approve(other_coordinator, state)


def test_a_half_finished_draft_is_not_sent_in_with_the_line(client, story, link, contributor):
    draft = story.get_latest_revision_as_object()
    draft.title = "Ikke færdig"
    draft.save_revision(user=contributor)
    stop(client, link)
    story = StoryPage.objects.get()
    assert (story.status, story.current_workflow_state) == ("stopped", None)
    latest = story.get_latest_revision_as_object()
    assert (latest.title, latest.stopped_note) == ("Ikke færdig", "Lederen rejste, og teamet blev delt.")


@pytest.mark.parametrize("line", [" ", "x" * 301, "Borger 010203-1234 flyttede"])
def test_what_is_wrong_with_the_line_is_told_and_nothing_is_lost(client, story, link, line):
    response = stop(client, link, line)
    assert response.status_code == 422
    assert line in response.content.decode()
    assert StoryPage.objects.get().status == "running"


@pytest.mark.parametrize("token", ["x", "a:b:c", "A" * 120])
def test_an_unknown_link_opens_nothing(client, site, token):
    assert client.get(f"/bekraeft/{token}/").status_code == 404
    assert client.post(f"/bekraeft/{token}/").status_code == 404


def test_who_is_no_longer_the_one_to_ask_answers_nothing(client, story, link):
    StoryPage.objects.update(contact_email="ny@demo.example")
    for response in (client.get(link), client.post(link)):
        assert response.status_code == 410
    assert StoryPage.objects.get().last_confirmed_on == ""


def test_a_link_that_is_too_old_says_so(client, story, link, monkeypatch):
    monkeypatch.setattr("catalogue.domain.living.ANSWERED_WITHIN", timedelta(seconds=-1))
    assert client.get(link).status_code == 410


def test_a_withdrawn_story_is_not_shown_by_the_link(client, story, link):
    story.unpublish()
    assert client.get(link).status_code == 404


@pytest.mark.parametrize(("months", "noted"), [(11, False), (12, True)])
def test_a_story_nobody_has_stood_by_for_a_year_says_so(client, story, months, noted):
    story = published(story, months=months)
    assert ("Ikke bekræftet siden" in page_of(client, story)) is noted


def test_the_answers_are_in_the_audit_log(client, story, link, contributor, coordinator):
    stop(client, link)
    entry = AuditEntry.objects.visible_to(coordinator).get(action="story-stopped")
    assert (entry.by, entry.about_text) == (contributor, "Fra to besøg til ét")
    assert entry.reason == "Lederen rejste, og teamet blev delt."
