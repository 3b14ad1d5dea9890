from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from notifications.domain.outbox import Attachment
from notifications.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(queue, run_tasks):
    message = queue(attachments=[Attachment("dag.ics", b"BEGIN:VCALENDAR", "text/calendar")])
    run_tasks()
    return message


def age(message, *, days):
    then = timezone.now() - timedelta(days=days)
    OutboxMessage.objects.filter(pk=message.pk).update(created_at=then)
    OutboxMessage.objects.filter(pk=message.pk, status="sent").update(sent_at=then)
    message.refresh_from_db()


def test_ninety_days_after_sending_only_the_log_is_left(sent):
    age(sent, days=91)
    call_command("prune_mail")
    sent.refresh_from_db()
    assert (sent.text, sent.html, sent.attachments.count()) == ("", "", 0)
    assert (sent.recipient, sent.subject, sent.status) == ("anna@demo.example", "En plads til Anna", "sent")


def test_newer_mails_keep_their_text(sent):
    age(sent, days=89)
    call_command("prune_mail")
    sent.refresh_from_db()
    assert sent.text


def test_it_is_the_day_of_sending_that_counts(sent):
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(days=92))
    call_command("prune_mail")
    sent.refresh_from_db()
    assert sent.text


def test_a_mail_that_still_waits_keeps_its_text(queue):
    message = queue()
    age(message, days=91)
    call_command("prune_mail")
    message.refresh_from_db()
    assert message.text


def test_mails_that_failed_are_emptied_too(queue):
    message = queue()
    OutboxMessage.objects.update(status="failed")
    age(message, days=91)
    call_command("prune_mail")
    message.refresh_from_db()
    assert message.text == ""


def test_a_mail_is_emptied_once(sent, capsys):
    age(sent, days=91)
    call_command("prune_mail")
    call_command("prune_mail")
    assert capsys.readouterr().out.splitlines() == ["1 mails emptied.", "0 mails emptied."]
