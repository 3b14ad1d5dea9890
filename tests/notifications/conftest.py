import copy
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config import env
from notifications.domain.outbox import queue_mail
from notifications.models import OutboxMessage
from tests.notifications.smtp_server import SmtpServer


@pytest.fixture
def mail_template(tmp_path, settings):
    """A mail called "place", on top of the site's own templates. Gives the folder it lies in."""
    folder = tmp_path / "templates" / "mails"
    folder.mkdir(parents=True)
    (folder / "place.txt").write_text("Emne: En plads til {{ name }}\n\nKære {{ name }}\n\nDu har en plads.\n")
    (folder / "place.html").write_text(
        '{% extends "mails/base.html" %}{% block body %}<h1>Kære {{ name }}</h1><p>Du har en plads.</p>{% endblock %}'
    )
    engines = copy.deepcopy(settings.TEMPLATES)
    engines[0]["DIRS"] = [tmp_path / "templates", *engines[0]["DIRS"]]
    settings.TEMPLATES = engines
    return folder


@pytest.fixture
def queue(mail_template):
    """A function that queues the mail "place", with whatever differs."""

    def queue(**changes):
        wanted = {"to": "anna@demo.example", "template": "place", "context": {"name": "Anna"}, "key": "place:1"}
        return queue_mail(**wanted | changes)

    return queue


@pytest.fixture
def mail_server(settings, monkeypatch):
    """A mail server on loopback that the site sends through. `answers` may be changed while it runs."""
    with SmtpServer() as server:
        monkeypatch.setenv("MAIL_URL", server.url)
        settings.MAILERS = {"default": env.mailer("MAIL_URL")}
        yield server


@pytest.fixture
def make_due():
    """A function that brings forward every mail's next attempt, as if the pause were over."""

    def make_due():
        past = timezone.now() - timedelta(seconds=1)
        OutboxMessage.objects.unfinished().update(next_attempt_at=past)
        DBTaskResult.objects.filter(run_after__year__lt=9999).update(run_after=past)

    return make_due


@pytest.fixture
def no_pause_for_the_server(monkeypatch):
    """The server is asked again at once, so that a test need not wait half a minute."""
    monkeypatch.setattr("notifications.domain.delivery.SERVER_PAUSE", 0)
