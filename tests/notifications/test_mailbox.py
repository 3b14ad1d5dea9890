"""/udvikling/mail/, where developers read the mails that would have been sent."""

import pytest
from django.conf import settings as django_settings
from django.core.mail import EmailMessage, mailers
from django.urls import NoReverseMatch, reverse

from notifications.domain.mailbox import find_mail, stored_mails
from notifications.domain.outbox import Attachment
from tests.notifications import mailbox_urls  # now, while the settings are the tests' own

pytestmark = [pytest.mark.django_db, pytest.mark.urls(mailbox_urls.__name__)]


@pytest.fixture(autouse=True)
def development(settings, site):
    settings.DEBUG = True


@pytest.fixture
def mail(queue, run_tasks):
    """A mail that has become a file."""
    queue(attachments=[Attachment("dag.ics", b"BEGIN:VCALENDAR", "text/calendar; method=PUBLISH")])
    run_tasks()
    return stored_mails()[0]


def url(name, *arguments):
    return reverse(f"notifications:{name}", args=arguments)


def test_the_list_shows_subject_and_recipient_and_leads_to_the_mail(client, mail):
    html = client.get(url("mailbox")).content.decode()
    assert "En plads til Anna" in html
    assert "anna@demo.example" in html
    assert url("mail", mail.id) in html


def test_the_newest_stands_first(queue, run_tasks):
    for number in range(3):
        queue(key=f"place:{number}", to=f"nr{number}@demo.example")
        run_tasks()
    assert [mail.to for mail in stored_mails()] == [f"nr{number}@demo.example" for number in (2, 1, 0)]


def test_several_mails_in_one_file_are_told_apart(db):
    messages = [EmailMessage(f"Nr. {number}", "Hej", to=["a@demo.example"]) for number in range(3)]
    mailers.default.send_messages(messages)
    assert len(list(django_settings.MAIL_ROOT.iterdir())) == 1
    assert [mail.subject for mail in stored_mails()] == ["Nr. 2", "Nr. 1", "Nr. 0"]


def test_an_empty_folder_says_what_one_can_do(client):
    assert "Ingen mails endnu" in client.get(url("mailbox")).content.decode()


def test_a_mail_shows_headers_text_and_attachments(client, mail):
    html = client.get(url("mail", mail.id)).content.decode()
    assert "auto-generated" in html
    assert "Du har en plads." in html
    assert "dag.ics" in html
    assert "text/calendar" in html


def test_the_html_stands_in_a_sandbox_of_its_own(client, mail):
    response = client.get(url("mail-html", mail.id))
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox allow-top-navigation-by-user-activation" in policy
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_what_a_mail_holds_is_shown_and_never_run(client, queue, run_tasks):
    queue(context={"name": "<script>alert(1)</script>"})
    run_tasks()
    html = client.get(url("mail", stored_mails()[0].id)).content.decode()
    assert "<script>alert" not in html


def test_an_attachment_is_saved_and_never_shown(client, mail):
    response = client.get(url("mail-attachment", mail.id, 0))
    assert response.content == b"BEGIN:VCALENDAR"
    assert response.headers["Content-Disposition"] == 'attachment; filename="dag.ics"'
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_an_attachment_that_is_not_there_is_not_found(client, mail):
    assert client.get(url("mail-attachment", mail.id, 1)).status_code == 404


WRONG = [
    "20261121-101010-1-0",
    "..%2f..%2fdb.sqlite3",
    "....//",
    "../secret-0",
    "20261121-101010-1",
    "20261121-101010-1-0\n",
    "٢٠٢٦١١٢١-١٠١٠١٠-١-٠",
    "",
    "20261121-101010-1-99999999999",
]


@pytest.mark.parametrize("mail_id", WRONG)
def test_an_id_that_is_none_finds_nothing(mail, mail_id):
    assert find_mail(mail_id) is None


def test_only_files_in_the_folder_are_read(mail):
    secret = django_settings.MAIL_ROOT.parent / "20261121-101010-7.log"
    secret.write_text("Subject: secret\n\nsecret")
    assert find_mail("../20261121-101010-7-0") is None
    assert find_mail("20261121-101010-7-0") is None


@pytest.mark.parametrize("name", ["mail", "mail-html"])
def test_a_made_up_mail_is_not_found(client, name):
    assert client.get(url(name, "20261121-101010-1-0")).status_code == 404


def test_none_of_it_answers_outside_development(client, mail, settings):
    settings.DEBUG = False
    addresses = [url("mailbox"), url("mail", mail.id), url("mail-html", mail.id), url("mail-attachment", mail.id, 0)]
    assert {client.get(address).status_code for address in addresses} == {404}


@pytest.mark.urls("config.urls")
def test_in_production_the_addresses_do_not_even_exist():
    with pytest.raises(NoReverseMatch):
        url("mailbox")


def test_the_list_asks_the_database_the_same_for_one_and_for_three(
    client, queue, run_tasks, django_assert_num_queries
):
    client.get(url("mailbox"))
    for number in range(3):
        queue(key=f"place:{number}")
        run_tasks()
        with django_assert_num_queries(0):
            client.get(url("mailbox"))
