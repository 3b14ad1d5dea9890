"""A municipality's own sign-in against a real provider: whom it lets in, whom it never does, and what it believes."""

import jwt
import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP

from accounts.domain.invitations import Invitee, invite
from accounts.domain.memberships import appoint, join_municipality
from accounts.domain.people import suspend
from accounts.enums import DeskRole, InvitationState, Role
from accounts.models import Invitation, Membership, MunicipalitySignIn, User
from tests.accounts.oidc_provider import CLIENT_ID, CLIENT_SECRET, Provider, new_key

pytestmark = pytest.mark.django_db
HOME = "/min-kommune/"
PAGE, BACK = "/konto/kommune/{}/", "/konto/kommune/{}/tilbage/"
NEW = "nete@haderslev.example"


@pytest.fixture
def provider():
    made = Provider()
    yield made
    made.close()


@pytest.fixture
def sign_in(provider, haderslev, site):
    return MunicipalitySignIn.objects.create(
        municipality=haderslev,
        issuer=provider.issuer,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        domains="haderslev.example",
    )


@pytest.fixture
def come(client, provider, sign_in):
    """A function that walks there and back as the person with that address, and gives our last answer."""

    def walk(email="", **query):
        if email:
            provider.claims["email"] = email
        there = client.post(PAGE.format("haderslev"), query)["Location"]
        back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
        return client.get(back.partition(":8000")[2])

    return walk


def is_in(client):
    return "_auth_user_id" in client.session


def assert_refused(client, response):
    assert response.status_code == 403
    assert not is_in(client)


def test_one_of_the_municipality_is_let_in(client, come, contributor):
    assert come(contributor.email)["Location"] == HOME
    assert client.session["_auth_user_id"] == str(contributor.pk)


def test_and_comes_to_where_they_wanted(come, contributor):
    assert come(contributor.email, next="/katalog/")["Location"] == "/katalog/"


def test_but_never_to_another_site(come, contributor):
    assert come(contributor.email, next="https://ondt.example/")["Location"] == HOME


def test_the_question_is_as_the_standard_wants_it(client, come, contributor, provider):
    come(contributor.email)
    (asked,) = provider.asked
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert "openid" in asked["scope"].split()
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_we_prove_who_we_are_as_the_provider_wants(come, contributor, provider, method):
    provider.auth_methods = [method]
    assert come(contributor.email)["Location"] == HOME


def test_somebody_of_another_municipality_is_never_let_in(client, come, stranger):
    assert_refused(client, come(stranger.email))


def test_nor_somebody_of_two_since_it_would_open_both(client, come, contributor, koege):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.CONTRIBUTOR)
    assert_refused(client, come(contributor.email))


@pytest.mark.parametrize("role", ["editor", "administrator", "follow_group_reader", "organiser", "checkin_helper"])
def test_nor_anybody_who_belongs_to_none(client, come, request, role):
    assert_refused(client, come(request.getfixturevalue(role).email))


@pytest.mark.parametrize("how", ["editor", "follow group", "administrator"])
def test_nor_a_colleague_who_is_more_than_that(client, come, contributor, how):
    if how == "administrator":
        User.objects.filter(pk=contributor.pk).update(is_superuser=True)
    else:
        appoint(by=None, user=contributor, role=DeskRole.EDITOR if how == "editor" else DeskRole.FOLLOW_GROUP)
    assert_refused(client, come(contributor.email))


def test_nor_somebody_suspended(client, come, contributor):
    suspend(by=None, user=contributor)
    assert_refused(client, come(contributor.email))


def test_nor_somebody_unknown(client, come):
    assert_refused(client, come(NEW))
    assert not User.objects.filter(email=NEW).exists()


def test_a_second_factor_is_asked_for_here_too(client, come, contributor):
    TOTP.activate(contributor, "A" * 32)
    assert come(contributor.email)["Location"] == "/konto/2fa/authenticate/"
    assert not is_in(client)


def test_somebody_invited_gets_an_account_and_the_role(client, come, coordinator, haderslev):
    invite(by=coordinator, municipality=haderslev, invitee=Invitee("Nete", NEW, Role.COORDINATOR))
    assert come(NEW)["Location"] == HOME
    assert Membership.objects.get(user__email=NEW).role == Role.COORDINATOR
    assert Invitation.objects.get().state == InvitationState.ACCEPTED
    assert EmailAddress.objects.get(user__email=NEW).verified


def test_but_not_somebody_invited_elsewhere(client, come, koege, editor, sign_in):
    sign_in.domain_allowed = True
    sign_in.save()
    invite(by=editor, municipality=koege, invitee=Invitee("Nete", NEW, Role.CONTRIBUTOR))
    assert_refused(client, come(NEW))


def test_nor_somebody_invited_here_and_to_the_desk(client, come, coordinator, administrator, haderslev):
    invite(by=coordinator, municipality=haderslev, invitee=Invitee("Nete", NEW, Role.CONTRIBUTOR))
    invite(by=administrator, municipality=None, invitee=Invitee("Nete", NEW, DeskRole.EDITOR))
    assert_refused(client, come(NEW))


def test_a_colleague_in_the_mail_domain_becomes_contributor_where_that_is_allowed(client, come, sign_in):
    sign_in.domain_allowed = True
    sign_in.save()
    assert come(NEW)["Location"] == HOME
    person = User.objects.get(email=NEW)
    assert (person.name, person.memberships.get().role) == ("Nete Nielsen", Role.CONTRIBUTOR)
    assert not person.has_usable_password()


@pytest.mark.parametrize(
    "address", ["nete@ondt.example", "nete@haderslev.example.ondt.example", "x@xhaderslev.example"]
)
def test_but_not_in_another_domain(client, come, sign_in, address):
    sign_in.domain_allowed = True
    sign_in.save()
    assert_refused(client, come(address))


@pytest.mark.parametrize(
    "changes",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "false"},
        {"nonce": "en anden"},
        {"iss": "https://en.anden.example"},
        {"aud": "en anden"},
        {"aud": [CLIENT_ID, "en anden"], "azp": "en anden"},
        {"exp": 1},  # long ago
        {"email": ""},
    ],
    ids=str,
)
def test_a_claim_that_is_not_right_is_not_believed(client, come, contributor, provider, changes):
    provider.changes = changes
    assert_refused(client, come(contributor.email))


def test_a_confirmation_in_microsofts_words_counts(come, contributor, provider):
    del provider.claims["email_verified"]
    provider.claims["xms_edov"] = True
    assert come(contributor.email)["Location"] == HOME


def test_a_signature_by_somebody_else_is_not_believed(client, come, contributor, provider):
    provider.signs_with = new_key()
    assert_refused(client, come(contributor.email))


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_nor_none_nor_one_that_we_could_have_made(client, come, contributor, provider, algorithm):
    provider.algorithm, provider.signs_with = algorithm, "k" * 64
    assert_refused(client, come(contributor.email))


def test_an_address_told_apart_from_the_token_counts_when_it_is_the_same_persons(client, come, contributor, provider):
    provider.keeps_address_for_userinfo = True
    assert come(contributor.email)["Location"] == HOME


def test_and_not_when_it_is_anothers(client, come, contributor, provider):
    provider.keeps_address_for_userinfo = provider.userinfo_of_other = True
    assert_refused(client, come(contributor.email))


def test_an_answer_counts_once(client, provider, sign_in, contributor):
    provider.claims["email"] = contributor.email
    there = client.post(PAGE.format("haderslev"))["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].partition(":8000")[2]
    assert client.get(back)["Location"] == HOME
    client.logout()
    assert_refused(client, client.get(back))
    client.post(PAGE.format("haderslev"))  # nor in answer to another question
    assert_refused(client, client.get(back))


def test_an_answer_nobody_asked_for_is_refused(client, provider, sign_in, contributor):
    other = client.__class__()
    provider.claims["email"] = contributor.email
    there = other.post(PAGE.format("haderslev"))["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].partition(":8000")[2]
    assert_refused(client, client.get(back))


def test_an_answer_from_another_issuer_is_refused(client, provider, sign_in, contributor):
    provider.claims["email"] = contributor.email
    there = client.post(PAGE.format("haderslev"))["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].partition(":8000")[2]
    assert_refused(client, client.get(back.replace("iss=http", "iss=https")))


def test_an_answer_to_one_municipality_is_none_to_another(client, provider, sign_in, contributor, koege):
    MunicipalitySignIn.objects.create(
        municipality=koege, issuer=provider.issuer, client_id=CLIENT_ID, client_secret=CLIENT_SECRET
    )
    there = client.post(PAGE.format("haderslev"))["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].partition(":8000")[2]
    assert_refused(client, client.get(back.replace("haderslev", "koege")))


def test_who_changed_their_mind_over_there_can_try_again(client, come, provider, contributor):
    provider.answers_error = True
    response = come(contributor.email)
    assert_refused(client, response)
    assert PAGE.format("haderslev") in response.content.decode()


def test_a_provider_that_describes_another_or_is_away_is_told_as_such(client, provider, sign_in):
    provider.describes_itself_as = "https://en.anden.example"
    assert client.get(PAGE.format("haderslev")).status_code == 502
    MunicipalitySignIn.objects.update(issuer="http://127.0.0.1:9")
    response = client.get(PAGE.format("haderslev"))
    assert response.status_code == 502
    assert "svarer ikke" in response.content.decode()


def test_only_this_page_may_send_a_form_there_and_only_there(client, provider, sign_in):
    policy = client.get(PAGE.format("haderslev"))["Content-Security-Policy"]
    assert f"form-action 'self' {provider.issuer};" in policy
    assert "form-action 'self';" in client.get("/konto/login/")["Content-Security-Policy"]


def test_the_sign_in_page_names_the_municipalities_that_have_one(client, sign_in, koege):
    page = client.get("/konto/login/").content.decode()
    assert PAGE.format("haderslev") in page
    assert PAGE.format("koege") not in page


def test_a_municipality_that_is_closed_or_has_none_has_no_such_page(client, sign_in, koege, haderslev):
    assert client.get(PAGE.format("koege")).status_code == 404
    haderslev.closed_at = "2026-01-01T00:00Z"
    haderslev.save()
    assert client.get(PAGE.format("haderslev")).status_code == 404
    assert client.get(BACK.format("haderslev")).status_code == 404


def test_who_is_signed_in_stays_who_they_are(client, come, provider, contributor, stranger):
    provider.claims["email"] = contributor.email
    there = client.post(PAGE.format("haderslev"))["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].partition(":8000")[2]
    client.force_login(stranger)
    assert client.get(back)["Location"] == HOME
    assert client.session["_auth_user_id"] == str(stranger.pk)


def test_the_provider_can_sign(provider):
    """The test's own provider: what it signs can be checked with the keys it shows."""
    key = jwt.PyJWKSet.from_dict(provider.keys()).keys[0]
    token = provider.id_token({"nonce": "n"})
    assert jwt.decode(token, key.key, algorithms=["RS256"], audience=CLIENT_ID)["nonce"] == "n"
