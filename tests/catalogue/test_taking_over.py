"""The desk takes over what waits at a coordinator: with a reason, never its own, and those concerned are told."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from accounts.enums import AuditAction
from accounts.models import AuditEntry
from catalogue.domain.taking_over import MayNotTakeOver, NothingToTakeOver, ReasonIsMissing, take_over_step
from catalogue.models import CoordinatorApproval
from notifications.models import OutboxMessage
from tests.catalogue.test_approval import act, submit, waits_with, written_by

pytestmark = pytest.mark.django_db
WHY = "Koordinatoren er på ferie."


@pytest.fixture
def waiting(haderslev_page, contributor, coordinator):
    draft = written_by(contributor, haderslev_page)
    submit(draft, contributor)
    return draft


@pytest.fixture
def post(client, request, waiting):
    def send(persona, reason=WHY):
        client.force_login(request.getfixturevalue(persona))
        return client.post(f"/min-kommune/tekst/{waiting.pk}/overtag/", {"reason": reason})

    return send


def told():
    return {mail.recipient for mail in OutboxMessage.objects.filter(key__contains=":taken-over:")}


def test_the_text_goes_on_to_the_desk(waiting, editor):
    take_over_step(by=editor, page=waiting, reason=WHY)
    assert waits_with(waiting).__name__ == "DeskApproval"
    assert not waiting.live
    act(waiting, editor)
    assert waiting.live


def test_the_coordinators_and_the_writer_are_told_why(waiting, editor, coordinator, other_coordinator, contributor):
    take_over_step(by=editor, page=waiting, reason=WHY)
    assert told() == {coordinator.email, other_coordinator.email, contributor.email}
    mail = OutboxMessage.objects.filter(key__contains=":taken-over:").first()
    assert mail.subject == f"Redaktionen har taget over: {waiting.title}"
    for text in (mail.text, mail.html):
        assert WHY in text
        assert f"/min-kommune/tekst/{waiting.pk}/" in text


def test_the_audit_log_keeps_who_and_why(waiting, editor, coordinator, haderslev):
    take_over_step(by=editor, page=waiting, reason=WHY)
    entry = AuditEntry.objects.visible_to(coordinator).get(action=AuditAction.STEP_SKIPPED)
    assert (entry.by, entry.reason, entry.about_text) == (editor, WHY, waiting.title)


@pytest.mark.parametrize("reason", ["", " \n "])
def test_without_a_reason_nothing_happens(waiting, editor, reason):
    with pytest.raises(ReasonIsMissing):
        take_over_step(by=editor, page=waiting, reason=reason)
    assert waits_with(waiting) is CoordinatorApproval


def test_without_a_reason_the_form_says_so(post, waiting, editor):
    response = post("editor", reason=" ")
    assert response.status_code == 422
    assert "Skriv hvorfor" in response.content.decode()
    assert waits_with(waiting) is CoordinatorApproval


def test_not_for_a_text_of_ones_own(haderslev_page, editor, coordinator):
    own = written_by(editor, haderslev_page)
    submit(own, editor)
    with pytest.raises(MayNotTakeOver):
        take_over_step(by=editor, page=own, reason=WHY)


def test_a_second_click_finds_it_taken(post, waiting, editor):
    assert post("editor")["Location"].endswith("?overtaget")
    assert post("editor").status_code in (302, 404)
    assert AuditEntry.objects.filter(action=AuditAction.STEP_SKIPPED).count() == 1
    with pytest.raises(NothingToTakeOver):
        take_over_step(by=editor, page=waiting, reason=WHY)


@pytest.mark.parametrize("persona", ["contributor", "coordinator", "stranger", "follow_group_reader", "organiser"])
def test_nobody_else_takes_it_over(post, waiting, persona, request):
    assert post(persona).status_code == 404
    with pytest.raises(MayNotTakeOver):
        take_over_step(by=request.getfixturevalue(persona), page=waiting, reason=WHY)
    assert waits_with(waiting) is CoordinatorApproval


@pytest.mark.parametrize("persona", ["editor", "administrator"])
def test_nobody_publishes_past_the_coordinator_without_a_word(client, waiting, persona, request):
    """Publishing would end the approval, and nobody would know why."""
    user = request.getfixturevalue(persona)
    assert not waiting.permissions_for_user(user).can_publish()
    client.force_login(user)
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={waiting.pk}")
    waiting.refresh_from_db()
    assert not waiting.live
    assert waits_with(waiting) is CoordinatorApproval


def test_the_way_shows_what_has_been_said(client, waiting, editor, contributor):
    take_over_step(by=editor, page=waiting, reason=WHY)
    client.force_login(contributor)
    page = client.get(f"/min-kommune/tekst/{waiting.pk}/").content.decode()
    assert "Redaktør fra redaktionen tog den videre" in page
    assert WHY in page


def test_a_step_nobody_was_there_for_is_not_something_said(client, haderslev_page, coordinator):
    own = written_by(coordinator, haderslev_page)
    submit(own, coordinator)
    assert TaskState.objects.filter(status=TaskState.STATUS_SKIPPED).exists()
    client.force_login(coordinator)
    assert "Ikke noget endnu." in client.get(f"/min-kommune/tekst/{own.pk}/").content.decode()


def test_the_desk_sees_what_waits_in_the_municipalities(client, waiting, editor, contributor):
    client.force_login(editor)
    page = client.get("/min-kommune/")
    assert [text.title for text in page.context["elsewhere"]] == [waiting.title]
    assert f"/min-kommune/tekst/{waiting.pk}/" in page.content.decode()
    client.force_login(contributor)
    assert client.get("/min-kommune/").context["elsewhere"] == []


def test_the_municipalitys_own_page_has_no_way(client, haderslev_page, editor):
    client.force_login(editor)
    assert client.get(f"/min-kommune/tekst/{haderslev_page.pk}/").status_code == 404
