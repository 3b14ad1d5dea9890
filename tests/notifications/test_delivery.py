"""What becomes of a mail, against a real SMTP server."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from notifications.domain.delivery import MOST_ATTEMPTS, pause_after, send_message
from notifications.domain.outbox import Attachment
from notifications.models import OutboxMessage
from tests.notifications.smtp_server import CLOSE

pytestmark = pytest.mark.django_db


def outcome(message):
    message.refresh_from_db()
    return message.status


def test_a_queued_mail_is_sent_once(queue, mail_server, run_tasks):
    message = queue()
    run_tasks()
    assert outcome(message) == "sent"
    assert [mail["To"] for mail in mail_server.messages] == ["anna@demo.example"]


def test_the_headers_say_that_a_machine_wrote_it_and_which_row_it_is(queue, mail_server, run_tasks):
    message = queue()
    run_tasks()
    (mail,) = mail_server.messages
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == message.message_id == f"<outbox.{message.pk}@127.0.0.1>"
    assert mail["Date"]
    assert mail["Reply-To"] == "redaktoer@demo.example"


def test_text_and_html_say_the_same_in_danish_letters(queue, mail_server, run_tasks):
    queue(context={"name": "Åse Ærø"})
    run_tasks()
    (mail,) = mail_server.messages
    assert mail["Subject"] == "En plads til Åse Ærø"
    for kind in ("plain", "html"):
        assert "Kære Åse Ærø" in mail.get_body((kind,)).get_content()


def test_a_calendar_file_keeps_its_type_and_its_line_ends(queue, mail_server, run_tasks):
    calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Små teams\r\nEND:VCALENDAR\r\n".encode()
    queue(attachments=[Attachment("dag.ics", calendar, "text/calendar; method=PUBLISH")])
    run_tasks()
    (part,) = mail_server.messages[0].iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part["Content-Type"].params == {"method": "PUBLISH", "charset": "utf-8"}
    assert part.get_filename() == "dag.ics"
    assert part.get_payload(decode=True) == calendar


TEMPORARY = [
    {"RCPT": "450 come back later"},
    {"END": "451 full"},
    {"HELLO": CLOSE},
    {"HELLO": "554 no service today"},
    {"END": CLOSE},
    {"MAIL": "530 sign in first"},
    {"RCPT": "530 sign in first"},
    {"MAIL": "550 not from you"},
]


@pytest.mark.parametrize("answers", TEMPORARY, ids=str)
def test_what_may_pass_is_tried_again_a_minute_later(queue, mail_server, run_tasks, answers):
    mail_server.answers = answers
    message = queue()
    run_tasks()
    assert outcome(message) == "waiting"
    assert message.attempts == 1
    assert timedelta(seconds=50) < message.next_attempt_at - timezone.now() <= timedelta(minutes=1)
    assert DBTaskResult.objects.ready().count() == 0


@pytest.mark.parametrize("answers", [{"RCPT": "550 no such person"}, {"END": "554 looks like spam"}], ids=str)
def test_what_never_will_is_marked_at_once(queue, mail_server, run_tasks, answers):
    mail_server.answers = answers
    message = queue()
    run_tasks()
    assert outcome(message) == "failed"
    assert next(iter(answers.values())) in message.last_error
    assert list(OutboxMessage.objects.failed()) == [message]


def test_an_address_that_cannot_be_written_is_marked_at_once(queue, mail_server, run_tasks):
    message = queue(to="åse@demo.example")
    run_tasks()
    assert outcome(message) == "failed"
    assert "åse@demo.example" in message.last_error
    assert mail_server.messages == []


def test_a_server_that_hangs_up_after_accepting_gets_the_mail_once(queue, mail_server, run_tasks):
    mail_server.answers = {"QUIT": CLOSE}
    message = queue()
    run_tasks()
    assert outcome(message) == "sent"
    assert len(mail_server.raw) == 1


def test_a_dead_server_means_a_later_mail(queue, mail_server, run_tasks, make_due, no_pause_for_the_server):
    mail_server.answers = {"HELLO": CLOSE}
    message = queue()
    run_tasks()
    mail_server.answers = {}
    make_due()
    run_tasks()
    assert outcome(message) == "sent"
    assert len(mail_server.raw) == 1


def test_a_repeat_carries_the_same_message_id(queue, mail_server, run_tasks, make_due, no_pause_for_the_server):
    mail_server.answers = {"END": CLOSE}  # did it take the mail, or not? Nobody can tell
    queue()
    run_tasks()
    mail_server.answers = {}
    make_due()
    run_tasks()
    first, second = mail_server.messages
    assert first["Message-ID"] == second["Message-ID"]


def test_a_server_that_does_not_answer_is_not_asked_for_each_mail(queue, mail_server, run_tasks):
    mail_server.answers = {"HELLO": CLOSE}
    for number in range(3):
        queue(key=f"place:{number}")
    run_tasks()
    errors = OutboxMessage.objects.order_by("created_at").values_list("last_error", flat=True)
    assert [error.split(":")[0] for error in errors] == ["SMTPServerDisconnected"] + ["MailServerIsDown"] * 2


def test_a_bad_address_does_not_hold_up_the_others(queue, mail_server, run_tasks):
    mail_server.answers = {"RCPT": "550 no such person"}
    queue()
    run_tasks()
    mail_server.answers = {}
    second = queue(key="place:2", to="bo@demo.example")
    run_tasks()
    assert outcome(second) == "sent"


def test_the_pauses_double_up_to_an_hour():
    minutes = [pause_after(attempts).total_seconds() / 60 for attempts in range(10)]
    assert minutes == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_after_three_days_the_mail_is_given_up(queue, mail_server, run_tasks):
    assert timedelta(days=2.9) < sum(map(pause_after, range(MOST_ATTEMPTS)), timedelta()) < timedelta(days=3.1)
    mail_server.answers = {"RCPT": "450 come back later"}
    message = queue()
    OutboxMessage.objects.update(attempts=MOST_ATTEMPTS - 1)
    run_tasks()
    assert outcome(message) == "failed"


def test_a_second_task_for_the_same_mail_sends_nothing(queue, mail_server, run_tasks):
    message = queue()
    send_message.enqueue(str(message.pk))
    run_tasks()
    assert len(mail_server.raw) == 1


def test_a_fault_of_ours_costs_nobody_a_mail(queue, mail_server, run_tasks, settings):
    mailers = settings.MAILERS
    settings.MAILERS = {"default": {"BACKEND": "nowhere.Backend"}}
    message = queue()
    run_tasks()
    assert outcome(message) == "waiting"
    settings.MAILERS = mailers


def test_the_log_keeps_the_answer_and_nothing_of_the_mail(queue, mail_server, run_tasks):
    mail_server.answers = {"RCPT": "550 no such person"}
    message = queue(context={"name": "Hemmelig"})
    run_tasks()
    assert outcome(message) == "failed"
    assert message.last_error == "SMTPRecipientsRefused: 550 no such person"


def test_mails_become_files_where_no_server_is_set(queue, run_tasks, sent_mails):
    message = queue()
    run_tasks()
    (mail,) = sent_mails()
    assert mail["Message-ID"] == message.message_id
