"""A comment on a draft reaches those concerned as one mail: in Danish, through the outbox, and no stranger."""

import pytest
from wagtail.models import Comment, CommentReply

from accounts.domain.memberships import leave_municipality
from accounts.domain.people import suspend
from catalogue.domain.comments import follow_comments, tell_of_comments
from notifications.models import OutboxMessage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haderslev_page, contributor):
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title="Fra to besøg til ét")
    follow_comments(by=contributor, page=story)
    return story


def comment(page, by, text="Kan I sige, hvor mange borgere det er?", **more):
    return Comment.objects.create(page=page, user=by, text=text, contentpath="summary", **more)


def tell(page, by, new=(), replies=(), resolved=()):
    changes = {"new_comments": list(new), "new_replies": list(replies), "resolved_comments": list(resolved)}
    tell_of_comments(by=by, page=page, changes=changes)


def recipients():
    return set(OutboxMessage.objects.values_list("recipient", flat=True))


def test_the_writer_is_told_what_was_said_and_where(draft, contributor, coordinator):
    said = comment(draft, coordinator)
    tell(draft, coordinator, new=[said])
    mail = OutboxMessage.objects.get()
    assert (mail.recipient, mail.subject) == (contributor.email, "Kommentar til: Fra to besøg til ét")
    for text in (mail.text, mail.html):
        assert "Koordinator i Haderslev har kommenteret" in text
        assert "Kan I sige, hvor mange borgere det er?" in text
        assert f"/admin/pages/{draft.pk}/edit/?comment={said.pk}" in text
        assert "Resumé" in text


def test_several_at_once_are_one_mail_and_told_again_none(draft, coordinator):
    said = [comment(draft, coordinator, text) for text in ("Det første.", "Det andet.")]
    tell(draft, coordinator, new=said)
    tell(draft, coordinator, new=said)
    mail = OutboxMessage.objects.get()
    assert "Det første." in mail.text
    assert "Det andet." in mail.text


def test_an_answer_reaches_who_asked(draft, contributor, coordinator, other_coordinator):
    said = comment(draft, coordinator)
    reply = CommentReply.objects.create(comment=said, user=contributor, text="Det er 24 borgere.")
    tell(draft, contributor, replies=[(said, [reply])])
    assert recipients() == {coordinator.email}
    assert "Det er 24 borgere." in OutboxMessage.objects.get().text


def test_that_a_comment_is_settled_reaches_who_wrote_it(draft, contributor, coordinator):
    said = comment(draft, coordinator)
    tell(draft, contributor, resolved=[said])
    assert recipients() == {coordinator.email}
    assert "Løst:" in OutboxMessage.objects.get().text


def test_nobody_is_told_of_their_own_comment(draft, contributor):
    tell(draft, contributor, new=[comment(draft, contributor)])
    assert recipients() == set()


def test_who_has_left_or_is_disabled_is_not_told(draft, contributor, coordinator, other_coordinator, haderslev):
    follow_comments(by=other_coordinator, page=draft)
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    suspend(by=None, user=other_coordinator)
    tell(draft, coordinator, new=[comment(draft, coordinator)])
    assert recipients() == set()


def test_a_stranger_who_once_followed_the_page_is_not_told(draft, coordinator, stranger, koege_page):
    follow_comments(by=stranger, page=draft)
    tell(draft, coordinator, new=[comment(draft, coordinator)])
    assert stranger.email not in recipients()


def test_who_has_said_no_to_such_mails_gets_none(draft, contributor, coordinator):
    draft.subscribers.update(comment_notifications=False)
    tell(draft, coordinator, new=[comment(draft, coordinator)])
    assert recipients() == set()


def test_who_has_switched_the_mails_off_in_the_settings_gets_none(client, draft, contributor, coordinator):
    client.force_login(contributor)
    looks = {"theme-theme": "dark", "theme-contrast": "system", "theme-density": "default"}
    client.post("/admin/account/", {"name_email-name": contributor.name} | looks)
    tell(draft, coordinator, new=[comment(draft, coordinator)])
    assert recipients() == set()
