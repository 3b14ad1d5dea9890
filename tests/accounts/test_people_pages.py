"""The page of colleagues and invitations: what a coordinator and the desk see and do there, and nobody else."""

import re

import pytest

from accounts.domain.memberships import join_municipality
from accounts.domain.people import suspend
from accounts.enums import Role
from accounts.models import Invitation, Membership, User
from accounts.rules import coordinates
from notifications.enums import MailStatus
from notifications.models import OutboxMessage
from tests.factories.accounts import InvitationFactory, UserFactory
from tests.personas import member

pytestmark = pytest.mark.django_db
URL = "/min-kommune/haderslev/kolleger/"


@pytest.fixture
def led(client, site, coordinator):
    client.force_login(coordinator)
    return client


def page(client, url=URL):
    return client.get(url).content.decode()


def invite(client, email="anna@kommune.example", name="Anna Holm", role="contributor"):
    told = {"name": name, "email": email, "role": role}
    return client.post(f"{URL}inviter/", told, follow=True)


def test_it_shows_colleagues_and_who_is_invited(led, contributor, haderslev):
    InvitationFactory(municipality=haderslev, name="Anna Holm", email="anna@kommune.example")
    shown = page(led)
    assert contributor.email in shown
    assert "anna@kommune.example" in shown
    assert "Venter på svar til" in shown


def test_it_shows_what_has_expired_and_whose_mail_did_not_come_through(led, haderslev):
    InvitationFactory(municipality=haderslev, expired=True)
    invite(led)
    OutboxMessage.objects.update(status=MailStatus.FAILED)
    shown = page(led)
    assert "Udløb " in shown
    assert shown.count("Mailen kom ikke frem") == 1


def test_an_invitation_is_sent_and_told_of(led):
    assert "1 er inviteret." in invite(led).content.decode()
    assert OutboxMessage.objects.get().recipient == "anna@kommune.example"


def test_a_wrong_invitation_keeps_what_was_typed(led):
    response = invite(led, email="anna@")
    assert response.status_code == 422
    assert 'value="anna@"' in response.content.decode()
    assert 'href="#id_email"' in response.content.decode()


@pytest.mark.parametrize(
    "address", ['"an na"@kommune.dk', "a@" + "k" * 60 + ".dk" * 70, "a,b@kommune.dk", "\x00@k.dk"]
)
def test_an_address_no_mail_can_be_sent_to_is_refused_in_a_sentence(led, address):
    assert invite(led, email=address).status_code == 422
    assert not Invitation.objects.exists()


def test_a_refusal_says_why(led, contributor):
    response = invite(led, email=contributor.email)
    assert response.status_code == 422
    assert "En kollega har allerede den adresse" in response.content.decode()


def test_the_inviter_gets_the_same_answer_for_an_address_that_has_an_account(led, stranger):
    """Body for body, mail for mail: nothing on the screen tells that `stranger` is known here."""
    answers = []
    for address in ("ukendt@kommune.example", stranger.email):
        Invitation.objects.all().delete()
        OutboxMessage.objects.all().delete()
        answer = invite(led, email=address)
        again = page(led)
        log = page(led, "/min-kommune/haderslev/log/").replace("&lt;", "<")
        shown = [text.replace(address, "ADRESSE") for text in (answer.content.decode(), again)]
        answers.append(
            (answer.status_code, *map(without_keys, shown), log.count(address), OutboxMessage.objects.count())
        )
    assert answers[0] == answers[1]
    assert answers[0][-1] == 1


def without_keys(text):
    """The page without what differs at each request: CSRF tokens and the invitation's number."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    return re.sub(r"invitationer/\d+/", "", text)


def test_pasted_lines_are_invited_and_the_wrong_one_is_ready_to_be_corrected(led):
    lines = [f"Person {n}; person{n}@kommune.example; bidragyder" for n in range(22)]
    lines[4] = "Person 4; person4kommune.example"
    response = led.post(f"{URL}inviter-flere/", {"lines": "\n".join(lines)})
    shown = response.content.decode()
    assert response.status_code == 422
    assert "21 er inviteret." in shown
    assert f">\n{lines[4]}</textarea>" in shown
    assert "mangler en mailadresse" in shown
    assert OutboxMessage.objects.count() == 21


def test_sent_again_and_withdrawn_from_the_page(led, haderslev):
    invitation = InvitationFactory(municipality=haderslev, expired=True)
    url = f"/min-kommune/haderslev/invitationer/{invitation.pk}"
    assert "Et nyt link er på vej" in led.post(f"{url}/igen/", follow=True).content.decode()
    assert "trukket tilbage" in led.post(f"{url}/traek-tilbage/", follow=True).content.decode()
    assert "taget imod eller trukket tilbage" in led.post(f"{url}/igen/", follow=True).content.decode()


@pytest.mark.parametrize("deed", ["igen", "traek-tilbage"])
def test_another_municipalitys_invitation_is_not_there(led, koege, deed):
    invitation = InvitationFactory(municipality=koege, expired=True)
    assert led.post(f"/min-kommune/haderslev/invitationer/{invitation.pk}/{deed}/").status_code == 404
    assert led.post(f"/min-kommune/koege/invitationer/{invitation.pk}/{deed}/").status_code == 404
    assert Invitation.objects.open().filter(pk=invitation.pk, sendings=1).exists()


def colleague_url(user, deed=""):
    return f"{URL}{user.memberships.get(municipality__slug='haderslev').pk}/{deed}"


def test_a_role_is_changed(led, contributor, haderslev):
    led.post(colleague_url(contributor, "rolle/"), {"role": "coordinator"})
    assert coordinates(User.objects.get(pk=contributor.pk), haderslev)


def test_an_account_is_closed_and_opened_again(led, contributor):
    closed = led.post(colleague_url(contributor, "luk/"), {"reason": "Nyt job"}, follow=True).content.decode()
    assert "kan ikke længere skrive for Haderslev" in closed
    assert "Kontoen er lukket" in closed
    assert not User.objects.get(pk=contributor.pk).is_active
    led.post(colleague_url(contributor, "aabn/"))
    assert User.objects.get(pk=contributor.pk).is_active


def test_who_has_another_municipality_only_leaves_this_one(led, contributor, koege, haderslev):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.CONTRIBUTOR)
    led.post(colleague_url(contributor, "luk/"))
    assert User.objects.get(pk=contributor.pk).is_active
    assert not Membership.objects.filter(user=contributor, municipality=haderslev).exists()


@pytest.mark.parametrize("deed", ["rolle/", "luk/", "aabn/"])
def test_nobody_manages_themselves(led, coordinator, deed):
    assert led.post(colleague_url(coordinator, deed), {"role": "contributor"}).status_code == 404
    assert "Det er dig" in page(led, colleague_url(coordinator))


@pytest.mark.parametrize("deed", ["", "rolle/", "luk/", "aabn/"])
def test_a_stranger_is_not_there(led, stranger, deed):
    url = f"{URL}{stranger.memberships.get().pk}/{deed}"
    response = led.post(url, {"role": "coordinator"}) if deed else led.get(url)
    assert response.status_code == 404
    assert User.objects.get(pk=stranger.pk).is_active


def test_a_coordinator_does_not_open_what_the_desk_closed_of_somebody_with_a_desk_role(led, editor, haderslev):
    join_municipality(by=None, user=editor, municipality=haderslev, role=Role.CONTRIBUTOR)
    suspend(by=None, user=editor)
    assert led.post(colleague_url(editor, "aabn/")).status_code == 404
    assert not User.objects.get(pk=editor.pk).is_active


def test_the_desk_sees_where_a_coordinator_is_missing(client, site, editor, coordinator, contributor, stranger):
    client.force_login(editor)
    response = client.get("/min-kommune/folk/")
    assert [each.name for each in response.context["without_coordinator"]] == ["Køge"]
    suspend(by=None, user=coordinator)
    again = client.get("/min-kommune/folk/")
    assert {each.name: each.writers for each in again.context["without_coordinator"]} == {"Køge": 1, "Haderslev": 1}


def test_an_editor_makes_no_editors(client, site, editor):
    client.force_login(editor)
    told = {"name": "Eva", "email": "eva@kl.example", "role": "editors"}
    assert client.post("/min-kommune/folk/inviter/", told).status_code == 422
    assert client.post("/min-kommune/folk/inviter/", told | {"role": "follow-group"}).status_code == 302
    assert Invitation.objects.get().role == "follow-group"


def fill(haderslev, rows):
    for number in range(rows):
        member(haderslev, Role.CONTRIBUTOR, f"Person {number}")
        InvitationFactory(municipality=haderslev, invited_by=UserFactory())
        InvitationFactory(role="follow-group", invited_by=UserFactory())


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("persona", "url", "queries"),
    [
        ("coordinator", URL, 7),
        ("editor", "/min-kommune/folk/", 7),
        ("coordinator", "/min-kommune/haderslev/log/", 6),
        ("administrator", "/min-kommune/log/", 4),
    ],
)
def test_each_page_asks_the_same_whatever_the_number(
    client, site, haderslev, request, rows, persona, url, queries, django_assert_num_queries
):
    client.force_login(request.getfixturevalue(persona))
    fill(haderslev, rows)
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url)


def test_the_log_tells_a_coordinator_who_did_what(led, contributor):
    led.post(colleague_url(contributor, "luk/"), {"reason": "Nyt job"})
    shown = page(led, "/min-kommune/haderslev/log/")
    assert "Konto lukket" in shown
    assert "Nyt job" in shown


def test_the_log_of_another_municipality_is_not_there(led, koege):
    assert led.get("/min-kommune/koege/log/").status_code == 404
    assert led.get("/min-kommune/log/").status_code == 404
