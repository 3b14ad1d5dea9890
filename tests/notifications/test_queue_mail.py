import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from notifications.domain.outbox import Attachment, NotAnAddress
from notifications.models import OutboxMessage

pytestmark = pytest.mark.django_db


def test_the_first_line_of_the_text_is_the_subject(queue):
    message = queue(context={"name": "Bo & Co."})
    assert message.subject == "En plads til Bo & Co."
    assert "Emne:" not in message.text


def test_the_text_is_not_escaped_and_the_html_is(queue):
    message = queue(context={"name": "<b>Bo & Co.</b>"})
    assert "Kære <b>Bo & Co.</b>" in message.text
    assert "&lt;b&gt;Bo &amp; Co." in message.html


def test_the_same_key_gives_the_first_mail_and_sends_nothing_twice(queue):
    first = queue()
    again = queue(to="somebody.else@demo.example")
    assert again == first
    assert OutboxMessage.objects.count() == DBTaskResult.objects.count() == 1


def test_a_rollback_takes_the_mail_and_its_task_along(queue):
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert not OutboxMessage.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_the_task_that_may_send_it_is_noted_on_the_row(queue):
    message = queue()
    assert DBTaskResult.objects.get().id == message.task_id


def test_attachments_are_kept_with_the_mail(queue):
    message = queue(attachments=[Attachment("dag.ics", b"BEGIN:VCALENDAR", "text/calendar; method=PUBLISH")])
    assert bytes(message.attachments.get().content) == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    "address",
    ["", "anna", "a@b.dk\nBcc: c@d.dk", "a@b.dk\r\nX: y", "a@b.dk, c@d.dk", "A <a@b.dk>", "a" * 250 + "@b.dk"],
)
def test_what_is_not_one_address_is_refused(queue, address):
    with pytest.raises(NotAnAddress):
        queue(to=address)


def test_a_line_break_in_a_name_does_not_reach_the_headers(queue):
    message = queue(context={"name": "Anna\r\nBcc: alle@demo.example"})
    assert message.subject == "En plads til Anna"


def test_a_template_without_a_subject_is_refused(queue, mail_template):
    (mail_template / "place.txt").write_text("Kære dig")
    with pytest.raises(ValueError, match="Emne:"):
        queue()


@pytest.mark.parametrize("mime_type", ["calendar", "text/calendar\nX: y", "text/calendar; method", ""])
def test_an_attachment_must_say_what_it_is(mime_type):
    with pytest.raises(ValueError, match="type of file"):
        Attachment("dag.ics", b"", mime_type)
