"""As a text moves along its way, those concerned are told: in Danish, through the outbox, each once."""

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from accounts.domain.memberships import leave_municipality
from catalogue.domain.deadlines import answer_by
from notifications.models import OutboxMessage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haderslev_page, contributor):
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title="Fra to besøg til ét")
    story.save_revision(user=contributor)
    return story


@pytest.fixture
def step(draft):
    def take(user, action="approve", **more):
        draft.refresh_from_db()
        state = draft.current_workflow_state.current_task_state
        state.task.specific.on_action(state, user, action, **more)

    return take


def told():
    return [(mail.recipient, mail.subject) for mail in OutboxMessage.objects.order_by("created_at")]


def submit(draft, user):
    draft.get_workflow().start(draft, user)


def test_the_coordinators_are_told_when_a_text_is_sent_in(
    draft, contributor, coordinator, other_coordinator, stranger
):
    submit(draft, contributor)
    subject = "Venter på din godkendelse: Fra to besøg til ét"
    assert sorted(told()) == sorted([(coordinator.email, subject), (other_coordinator.email, subject)])


def test_a_mail_says_who_and_where_and_leads_to_the_text(draft, contributor, coordinator):
    submit(draft, contributor)
    mail = OutboxMessage.objects.get()
    for text in (mail.text, mail.html):
        assert f"/admin/pages/{draft.pk}/edit/" in text
        assert "Bidragyder i Haderslev" in text
        assert "Haderslev" in text
    assert "&quot;" not in mail.text


def test_a_mail_tells_until_when_an_answer_is_due(draft, contributor, coordinator):
    submit(draft, contributor)
    mail = OutboxMessage.objects.get()
    due = f"Svar helst senest {date_format(answer_by(timezone.now()).day, 'l j. F')}."
    assert due in mail.text
    assert due in mail.html


def test_the_editors_are_told_when_the_coordinator_has_approved(draft, step, contributor, coordinator, editor):
    submit(draft, contributor)
    step(coordinator)
    assert told()[-1] == (editor.email, "Venter på din godkendelse: Fra to besøg til ét")


def test_the_writer_is_told_when_it_is_published(draft, step, contributor, coordinator, editor):
    submit(draft, contributor)
    step(coordinator)
    step(editor)
    assert told()[-1] == (contributor.email, "Udgivet: Fra to besøg til ét")
    assert "/kommuner/haderslev/" in OutboxMessage.objects.latest("created_at").text


def test_the_writer_is_told_what_to_change(draft, step, contributor, coordinator):
    submit(draft, contributor)
    step(coordinator, "reject", comment="Hvor mange <teams>?")
    mail = OutboxMessage.objects.latest("created_at")
    assert (mail.recipient, mail.subject) == (contributor.email, "Skal rettes: Fra to besøg til ét")
    assert "Hvor mange <teams>?" in mail.text
    assert "Hvor mange &lt;teams&gt;?" in mail.html


def test_a_writer_who_has_left_the_municipality_is_not_told(draft, step, contributor, coordinator, haderslev):
    submit(draft, contributor)
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    step(coordinator, "reject", comment="Hvor mange teams?")
    assert contributor.email not in [recipient for recipient, _ in told()]


def test_a_second_round_is_told_again(draft, step, contributor, coordinator):
    submit(draft, contributor)
    step(coordinator, "reject", comment="Hvor mange teams?")
    draft.current_workflow_state.resume(contributor)
    step(coordinator, "reject", comment="Hvor mange teams?")
    assert [recipient for recipient, _ in told()] == [coordinator.email, contributor.email] * 2


def test_nobody_is_told_by_wagtails_own_mails(draft, step, contributor, coordinator, editor, run_tasks, sent_mails):
    submit(draft, contributor)
    step(coordinator, "reject", comment="Hvor mange teams?")
    assert sent_mails() == []
