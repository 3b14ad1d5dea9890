"""How long one stays signed in, and what ends it before that."""

import datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts import visits
from accounts.domain.memberships import appoint, dismiss, join_municipality, leave_municipality
from accounts.domain.people import set_administrator, suspend
from accounts.enums import DeskRole, Role

pytestmark = pytest.mark.django_db
PASSWORD, NEW = "udviklingsrum-demo", "nyt-og-langt-kodeord"
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def sign_in(contributor, site):
    """A function that signs the contributor in somewhere and gives the browser."""
    EmailAddress.objects.create(user=contributor, email=contributor.email, verified=True, primary=True)

    def anew():
        browser = Client()
        browser.post("/konto/login/", {"login": contributor.email, "password": PASSWORD, "remember": "on"})
        return browser

    return anew


def is_in(browser):
    return browser.get("/min-kommune/").status_code == 200


def change(browser, **values):
    session = browser.session
    session.update(values)
    session.save()


def lasts():
    return Session.objects.get().expire_date - timezone.now()


def test_a_visit_ends_eight_hours_after_the_last_click(sign_in):
    browser = sign_in()
    assert 7.9 * HOUR < lasts() <= 8 * HOUR
    Session.objects.update(expire_date=timezone.now())
    assert not is_in(browser)


def test_a_click_makes_it_last_but_not_every_click_is_a_write(sign_in, django_assert_num_queries):
    browser = sign_in()
    Session.objects.update(expire_date=timezone.now() + HOUR)
    assert is_in(browser)
    assert lasts() <= HOUR
    change(browser, **{visits.SEEN: browser.session[visits.SEEN] - 301})
    Session.objects.update(expire_date=timezone.now() + HOUR)
    assert is_in(browser)
    assert lasts() > 7.9 * HOUR


def test_the_cookie_is_sent_again_with_it(sign_in):
    browser = sign_in()
    change(browser, **{visits.SEEN: browser.session[visits.SEEN] - 301})
    assert browser.get("/min-kommune/").cookies["sessionid"]["max-age"] == 8 * 3600


def test_a_visit_ends_after_seven_days_however_busy(sign_in):
    browser = sign_in()
    change(browser, **{visits.BEGAN: browser.session[visits.BEGAN] - 7 * 24 * 3600 - 1})
    assert not is_in(browser)
    assert "_auth_user_id" not in browser.session


def test_a_reader_without_a_session_gets_none(client, site):
    assert "Cookie" not in client.get("/robots.txt").get("Vary", "")
    assert not client.cookies


def test_a_new_password_ends_the_other_visits_and_keeps_this_one(sign_in):
    here, there = sign_in(), sign_in()
    here.post("/konto/reauthenticate/", {"password": PASSWORD})
    here.post("/konto/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert (is_in(here), is_in(there)) == (True, False)


def test_a_password_chosen_through_a_mail_ends_every_visit(sign_in, contributor, sent_mails):
    here = sign_in()
    stranger = Client()
    stranger.post("/konto/password/reset/", {"email": contributor.email})
    link = sent_mails()[-1].get_body(("plain",)).get_content().split("http://testserver")[1].split()[0]
    page = stranger.get(link, follow=True).request["PATH_INFO"]
    stranger.post(page, {"password1": NEW, "password2": NEW})
    assert not is_in(here)


@pytest.mark.parametrize(
    "deed",
    [
        lambda user, place: join_municipality(by=None, user=user, municipality=place, role=Role.COORDINATOR),
        lambda user, place: leave_municipality(by=None, user=user, municipality=place),
        lambda user, place: appoint(by=None, user=user, role=DeskRole.EDITOR),
        lambda user, place: set_administrator(by=None, user=user, yes=True),
        lambda user, place: suspend(by=None, user=user),
    ],
    ids=["another role", "no role", "editor", "administrator", "suspended"],
)
def test_a_changed_role_ends_every_visit(sign_in, contributor, haderslev, deed):
    here, there = sign_in(), sign_in()
    deed(contributor, haderslev)
    assert (is_in(here), is_in(there)) == (False, False)
    assert not UserSession.objects.exists()


def test_a_role_that_is_taken_away_ends_every_visit(sign_in, contributor):
    appoint(by=None, user=contributor, role=DeskRole.EDITOR)
    here = sign_in()
    dismiss(by=None, user=contributor, role=DeskRole.EDITOR)
    assert not is_in(here)


def test_a_further_municipality_or_the_same_role_again_ends_nothing(sign_in, contributor, haderslev, koege):
    here = sign_in()
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.CONTRIBUTOR)
    join_municipality(by=None, user=contributor, municipality=haderslev, role=Role.CONTRIBUTOR)
    assert is_in(here)


def test_one_can_sign_out_everywhere(sign_in):
    here, there = sign_in(), sign_in()
    assert "/konto/log-ud-alle-steder/" in here.get("/konto/sessions/").content.decode()
    assert here.post("/konto/log-ud-alle-steder/")["Location"] == "/konto/login/"
    assert (is_in(here), is_in(there)) == (False, False)


def test_or_everywhere_else(sign_in):
    here, there = sign_in(), sign_in()
    here.post("/konto/sessions/")
    assert (is_in(here), is_in(there)) == (True, False)
