from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from home.models import FrontPage
from notifications.domain import chores
from notifications.domain.upkeep import clear_old_sessions, publish_scheduled_pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("minutes", "live"), [(-1, True), (5, False)])
def test_a_page_is_published_when_its_hour_has_come_and_not_before(site, minutes, live):
    hour = timezone.now() + timedelta(minutes=minutes)
    page = site.root_page.add_child(instance=FrontPage(title="Senere", slug="senere", live=False, go_live_at=hour))
    page.save_revision(approved_go_live_at=hour)
    publish_scheduled_pages()
    assert FrontPage.objects.get(pk=page.pk).live == live


def test_sessions_that_ran_out_are_cleared():
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="", expire_date=timezone.now() + timedelta(days=1))
    clear_old_sessions()
    assert [session.session_key for session in Session.objects.all()] == ["new"]


def test_the_worker_knows_its_chores():
    known = {name.rpartition(".")[2] for name in chores._chores}
    assert known >= {
        "return_abandoned_tasks",
        "resume_stuck_mails",
        "publish_scheduled_pages",
        "expire_offers",
        "prune_task_results",
        "empty_old_mails",
        "clear_old_sessions",
    }
