"""A link by which somebody without an account reads a draft: who makes it, how long it lives, and what it tells."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from accounts.domain.memberships import leave_municipality
from accounts.domain.people import suspend
from accounts.enums import AuditAction
from accounts.models import AuditEntry
from catalogue.domain.reading_links import MayNotHandOn, make_reading_link, revoke_reading_link
from catalogue.models import DiaryEntryPage, DiaryPage, ReaderApproval, ReadingLink
from core.models import SitePicture
from notifications.models import OutboxMessage
from tests.catalogue.test_approval import written_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haderslev_page, contributor):
    return written_by(contributor, haderslev_page)


@pytest.fixture
def link(draft, contributor):
    return make_reading_link(by=contributor, page=draft, for_whom="Lederen", days=7, key=uuid4())


def path_of(link):
    return f"/laes/{token_of(link)}/"


def token_of(link):
    return link.address.split("/")[-2]


@pytest.fixture
def opened(client, link):
    """The page as whoever has the link sees it."""
    return lambda: client.get(path_of(link))


@pytest.fixture
def say_yes(client, link):
    def say(name="Lone Leder", comment="", at=""):
        return client.post(
            at or link.address.removeprefix("http://127.0.0.1:8000"), {"name": name, "comment": comment}
        )

    return say


def logged():
    actions = ("reading-link-made", "reading-link-opened", "reader-approved", "reading-link-revoked")
    return [entry.action for entry in AuditEntry.objects.filter(action__in=actions).order_by("pk")]


def text_of(response):
    return response.content.decode()


def post_link(client, page, **typed):
    told = {"for_whom": "Lederen", "days": "7", "key": str(uuid4())} | typed
    return client.post(f"/min-kommune/tekst/{page.pk}/link/", told)


def test_the_reader_sees_the_draft_as_it_will_look(opened, draft):
    page = text_of(opened())
    assert f"{draft.title}</h1>" in page
    assert "Lod teamet planlægge selv." in page
    assert "Du læser en tekst fra Haderslev Kommune, som ikke er udgivet" in page


def test_the_reader_sees_the_newest_text(opened, draft, contributor):
    draft.title = "En bedre titel"
    draft.save_revision(user=contributor)
    assert "En bedre titel</h1>" in text_of(opened())


def test_nobody_keeps_it_and_nobody_finds_it(opened, link):
    response = opened()
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]
    head = text_of(response).split("</head>")[0]
    assert 'content="noindex, nofollow"' in head
    assert "canonical" not in head
    assert token_of(link) not in head


def test_the_database_does_not_hold_the_secret(link):
    assert token_of(link) not in str(ReadingLink.objects.filter(pk=link.pk).values().get())


@pytest.mark.parametrize("token", ["x", "A" * 43, "../../admin"])
def test_an_unknown_link_opens_nothing(client, site, token):
    assert client.get(f"/laes/{token}/").status_code == 404
    assert client.post(f"/laes/{token}/", {"name": "Lone"}).status_code == 404


def test_an_expired_link_says_so_and_takes_no_yes(opened, say_yes, link, draft):
    ReadingLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for response in (opened(), say_yes()):
        assert response.status_code == 410
        assert "Linket er udløbet" in text_of(response)
        assert draft.title not in text_of(response)
    assert not ReaderApproval.objects.exists()


def test_a_revoked_link_says_so(opened, say_yes, link, coordinator, draft):
    revoke_reading_link(by=coordinator, link=link)
    for response in (opened(), say_yes()):
        assert response.status_code == 410
        assert "Linket er lukket" in text_of(response)
        assert draft.title not in text_of(response)


def test_a_link_ends_with_its_makers_place(opened, link, contributor, haderslev):
    leave_municipality(by=None, user=contributor, municipality=haderslev)
    assert opened().status_code == 410


def test_a_suspended_maker_keeps_no_way_in(opened, link, contributor):
    suspend(by=None, user=contributor)
    assert opened().status_code == 410


def test_a_text_moved_to_another_municipality_is_not_read_by_the_old_link(opened, link, draft, koege_page):
    draft.move(koege_page, pos="last-child")
    assert opened().status_code == 410


def test_a_published_text_is_read_where_it_stands(opened, draft, say_yes):
    draft.get_latest_revision().publish()
    assert "Teksten er udgivet" in text_of(opened())
    assert say_yes().status_code == 200
    assert not ReaderApproval.objects.exists()


def test_a_yes_is_kept_with_name_and_version(opened, say_yes, draft):
    assert say_yes("  Lone  Leder ", "Husk tallene.").status_code == 302
    approval = ReaderApproval.objects.get()
    assert (approval.name, approval.comment, approval.revision) == (
        "Lone Leder",
        "Husk tallene.",
        draft.latest_revision,
    )


def test_who_made_the_link_and_who_wrote_the_text_are_told(client, say_yes, draft, contributor, coordinator):
    say_yes("Lone Leder", "Husk <tallene>.")
    made = make_reading_link(by=coordinator, page=draft, for_whom="Chefen", days=3, key=uuid4())
    say_yes("Carl Chef", at=path_of(made))
    mails = OutboxMessage.objects.filter(key__startswith="reader-approval:").order_by("created_at")
    assert [mail.recipient for mail in mails[:1]] == [contributor.email]
    assert {mail.recipient for mail in mails[1:]} == {contributor.email, coordinator.email}
    assert mails[0].subject == f"Lone Leder siger ja til: {draft.title}"
    assert "Husk <tallene>." in mails[0].text
    assert f"/min-kommune/tekst/{draft.pk}/" in mails[0].html
    assert made.address not in "".join(mail.text + mail.html for mail in mails)


def test_one_name_says_yes_once(say_yes):
    say_yes("Lone Leder")
    assert say_yes("Lone Leder").status_code == 302  # the second of two clicks
    response = say_yes("lone leder", "Noget andet.")
    assert response.status_code == 422
    assert "har allerede sagt ja" in text_of(response)
    assert ReaderApproval.objects.count() == 1


@pytest.mark.parametrize(("name", "comment"), [("", ""), ("Lone 010203-1234", ""), ("Lone", "Borger 010203 1234")])
def test_a_cpr_number_is_refused_and_nothing_typed_is_lost(say_yes, name, comment):
    response = say_yes(name, comment)
    assert response.status_code == 422
    assert comment in text_of(response)
    assert not ReaderApproval.objects.exists()


def test_a_yes_takes_no_step_of_the_approval(say_yes, draft, contributor, coordinator):
    draft.get_workflow().start(draft, contributor)
    say_yes()
    step = draft.current_workflow_state.current_task_state
    assert (step.status, step.task.specific.in_municipality) == ("in_progress", True)


def test_those_who_approve_see_it(client, say_yes, draft, contributor, editor):
    say_yes("Lone Leder", "Husk tallene.")
    draft.save_revision(user=contributor)
    client.force_login(editor)
    page = text_of(client.get(f"/min-kommune/tekst/{draft.pk}/"))
    assert "<strong>Lone Leder</strong> sagde ja" in page
    assert "Husk tallene." in page
    assert "Teksten er ændret siden." in page


def test_it_is_all_in_the_audit_log_once(opened, say_yes, link, contributor, coordinator):
    for _look in range(2):
        opened()
    say_yes()
    for _click in range(2):
        revoke_reading_link(by=contributor, link=link)
    assert logged() == ["reading-link-made", "reading-link-opened", "reader-approved", "reading-link-revoked"]
    seen = AuditEntry.objects.visible_to(coordinator).get(action=AuditAction.READER_APPROVED)
    assert (seen.by, seen.reason) == (None, "Lone Leder")


def test_asking_for_the_head_is_no_reading(client, link):
    client.head(path_of(link))
    link.refresh_from_db()
    assert link.opened_at is None


def test_two_clicks_make_one_link(client, draft, contributor):
    client.force_login(contributor)
    key = str(uuid4())
    for _click in range(2):
        assert post_link(client, draft, key=key)["Location"].endswith("?link")
    assert ReadingLink.objects.get().address in text_of(client.get(f"/min-kommune/tekst/{draft.pk}/"))


@pytest.mark.parametrize("typed", [{"for_whom": " "}, {"days": "365"}, {"for_whom": "010203-1234"}, {"key": "x"}])
def test_what_is_wrong_is_told(client, draft, contributor, typed):
    client.force_login(contributor)
    assert post_link(client, draft, **typed).status_code == 422
    assert not ReadingLink.objects.exists()


@pytest.mark.parametrize("persona", ["stranger", "editor", "follow_group_reader", "organiser", "administrator"])
def test_nobody_else_makes_a_link(client, draft, persona, request):
    user = request.getfixturevalue(persona)
    client.force_login(user)
    assert post_link(client, draft).status_code == 404
    with pytest.raises(MayNotHandOn):
        make_reading_link(by=user, page=draft, for_whom="Mig", days=7, key=uuid4())


def test_a_stranger_neither_sees_nor_revokes_it(client, link, draft, stranger):
    client.force_login(stranger)
    assert client.get(f"/min-kommune/tekst/{draft.pk}/").status_code == 404
    assert client.post(f"/min-kommune/tekst/{draft.pk}/link/{link.pk}/tilbagekald/").status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None


def test_a_link_is_revoked_under_its_own_text_only(client, link, haderslev_page, contributor):
    other = written_by(contributor, haderslev_page)
    client.force_login(contributor)
    assert client.post(f"/min-kommune/tekst/{other.pk}/link/{link.pk}/tilbagekald/").status_code == 404


def test_a_published_text_needs_no_link(client, draft, contributor):
    draft.get_latest_revision().publish()
    client.force_login(contributor)
    assert post_link(client, draft)["Location"].endswith("?udgivet")
    assert not ReadingLink.objects.exists()


def test_another_secret_key_leaves_the_link_with_whoever_has_it(client, link, draft, contributor, settings):
    path = path_of(link)
    settings.SECRET_KEY = "another" * 10
    assert ReadingLink.objects.get().address == ""
    assert client.get(path).status_code == 200


def test_a_draft_without_pictures_leaves_no_session(client, opened):
    opened()
    assert "sessionid" not in client.cookies


def test_the_reader_gets_the_drafts_picture_and_a_browser_without_the_link_does_not(
    client, haderslev_page, contributor
):
    shelf = Collection.objects.get(name="Haderslev")
    picture = SitePicture.objects.create(title="To teams", file=get_test_image_file(), collection=shelf)
    entry = DiaryEntryPage(title="Første dag", body="<p>Ja.</p>", photo=picture, owner=contributor, live=False)
    DiaryPage.objects.get().add_child(instance=entry)
    entry.save_revision(user=contributor)
    link = make_reading_link(by=contributor, page=entry, for_whom="Lederen", days=7, key=uuid4())
    address = picture.get_rendition("width-200").url
    assert client.get(address).status_code == 404
    client.get(path_of(link))
    assert client.get(address).status_code == 200
    assert Client().get(address).status_code == 404


def test_the_mail_to_those_who_approve_names_who_has_said_yes(say_yes, draft, contributor, coordinator):
    say_yes("Lone Leder")
    draft.get_workflow().start(draft, contributor)
    mail = OutboxMessage.objects.get(recipient=coordinator.email)
    assert "Læsere med link har sagt ja: Lone Leder." in mail.text
    assert "Læsere med link har sagt ja: Lone Leder." in mail.html


def test_a_writer_finds_the_way_from_the_editor_and_from_min_kommune(client, draft, contributor):
    client.force_login(contributor)
    for page in (f"/admin/pages/{draft.pk}/edit/", "/min-kommune/"):
        assert f"/min-kommune/tekst/{draft.pk}/" in text_of(client.get(page))
