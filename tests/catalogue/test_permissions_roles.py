"""What a contributor and a coordinator may do in their own municipality, tried over HTTP: the form is no guard."""

import pytest
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection
from wagtail.test.utils.form_data import rich_text

from catalogue.models import CoordinatorApproval, DeskApproval, DiaryEntryPage, DiaryPage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db
WRITERS = ["contributor", "coordinator"]


def page_url(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


@pytest.fixture
def diary(haderslev_page):
    return DiaryPage.objects.child_of(haderslev_page).get()


@pytest.fixture
def sign_in(client, request):
    def as_persona(persona):
        client.force_login(request.getfixturevalue(persona))
        return client

    return as_persona


def entry_form(**more):
    return {
        "title": "Første dag",
        "slug": "foerste-dag",
        "date": "2026-11-21",
        "body": rich_text("<p>Godt.</p>"),
    } | more


def entry_by(user, diary, **fields):
    entry = DiaryEntryPage(title="Anden dag", slug="anden-dag", body="<p>Godt.</p>", owner=user, **fields)
    diary.add_child(instance=entry)
    entry.save_revision(user=user)
    return entry


@pytest.fixture
def story(haderslev_page, contributor):
    made = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False)
    made.save_revision(user=contributor)
    return made


@pytest.fixture
def published(haderslev_page, contributor):
    made = StoryPageFactory(parent=haderslev_page, owner=contributor)
    made.save_revision(user=contributor).publish()
    return made


@pytest.mark.parametrize("persona", WRITERS)
def test_asking_to_publish_a_new_page_saves_a_draft(sign_in, diary, persona):
    url = page_url("add", "catalogue", "diaryentrypage", diary.pk)
    sign_in(persona).post(url, entry_form(**{"action-publish": "1"}))
    assert not DiaryEntryPage.objects.get().live


@pytest.mark.parametrize("persona", WRITERS)
def test_asking_to_publish_an_old_page_saves_a_draft(sign_in, diary, persona, request):
    entry = entry_by(request.getfixturevalue(persona), diary, live=False)
    sign_in(persona).post(page_url("edit", entry.pk), entry_form(**{"action-publish": "1"}))
    entry.refresh_from_db()
    assert not entry.live
    assert entry.get_latest_revision_as_object().title == "Første dag"


@pytest.mark.parametrize("persona", WRITERS)
@pytest.mark.parametrize("action", ["publish", "unpublish", "move"])
def test_bulk_actions_publish_nothing(sign_in, story, persona, action):
    sign_in(persona).post(f"/admin/bulk/wagtailcore/page/{action}/?id={story.pk}")
    story.refresh_from_db()
    assert not story.live


@pytest.mark.parametrize("name", ["unpublish", "delete", "move", "set_privacy"])
def test_a_contributor_withdraws_and_moves_nothing(sign_in, published, name):
    response = sign_in("contributor").post(page_url(name, published.pk))
    published.refresh_from_db()
    assert response.status_code == 404
    assert published.live


def test_a_contributor_deletes_not_even_by_the_bulk(sign_in, story):
    sign_in("contributor").post(f"/admin/bulk/wagtailcore/page/delete/?id={story.pk}")
    assert type(story).objects.filter(pk=story.pk).exists()


def test_a_contributor_may_edit_what_a_colleague_wrote_but_not_her_diary(sign_in, diary, coordinator, haderslev_page):
    story = StoryPageFactory(parent=haderslev_page, owner=coordinator)
    entry = entry_by(coordinator, diary)
    as_contributor = sign_in("contributor")
    assert as_contributor.get(page_url("edit", story.pk)).status_code == 200
    assert as_contributor.get(page_url("edit", entry.pk)).status_code == 404


def test_a_coordinator_takes_a_story_off_the_site_and_deletes_it(sign_in, published):
    as_coordinator = sign_in("coordinator")
    as_coordinator.post(page_url("unpublish", published.pk))
    published.refresh_from_db()
    assert not published.live
    as_coordinator.post(page_url("delete", published.pk))
    assert not type(published).objects.filter(pk=published.pk).exists()


def test_a_coordinator_keeps_the_municipalitys_page_and_diary(sign_in, haderslev_page, diary):
    as_coordinator = sign_in("coordinator")
    for page in (diary, haderslev_page):
        assert as_coordinator.post(page_url("delete", page.pk)).status_code == 404
        assert as_coordinator.post(page_url("unpublish", page.pk)).status_code == 404
    as_coordinator.post(f"/admin/bulk/wagtailcore/page/delete/?id={diary.pk}&id={haderslev_page.pk}")
    assert DiaryPage.objects.filter(pk=diary.pk, live=True).exists()


def test_submitting_leads_home_and_the_text_waits(sign_in, diary, coordinator):
    url = page_url("add", "catalogue", "diaryentrypage", diary.pk)
    response = sign_in("contributor").post(url, entry_form(**{"action-submit": "1"}))
    entry = DiaryEntryPage.objects.get()
    assert response["Location"] == "/min-kommune/?sendt"
    assert isinstance(entry.current_workflow_task.specific, CoordinatorApproval)


def test_the_coordinator_approves_in_the_editor(sign_in, story, contributor, coordinator):
    state = story.get_workflow().start(story, contributor).current_task_state
    sign_in("coordinator").post(page_url("workflow_action", story.pk, "approve", state.pk))
    story.refresh_from_db()
    assert isinstance(story.current_workflow_task.specific, DeskApproval)


def test_while_a_text_waits_its_writer_cannot_change_it_but_take_it_back(sign_in, diary, contributor, coordinator):
    entry = entry_by(contributor, diary, live=False)
    entry.get_workflow().start(entry, contributor)
    as_contributor = sign_in("contributor")
    as_contributor.post(page_url("edit", entry.pk), entry_form(title="Ændret"))
    assert entry.get_latest_revision_as_object().title == "Anden dag"
    as_contributor.post(page_url("edit", entry.pk), entry_form(**{"action-cancel-workflow": "1"}))
    entry.refresh_from_db()
    assert not entry.workflow_in_progress


@pytest.fixture
def document(haderslev_page, contributor):
    shelf = Collection.objects.get(name="Haderslev")
    return get_document_model().objects.create(title="Hemmelig plan", collection=shelf, uploaded_by_user=contributor)


@pytest.mark.parametrize(("persona", "left"), [("contributor", True), ("coordinator", False), ("editor", False)])
def test_files_are_deleted_by_the_coordinator_or_the_desk(sign_in, document, persona, left):
    client = sign_in(persona)
    client.post(reverse("wagtaildocs:delete", args=[document.pk]))
    client.post(f"/admin/bulk/core/sitedocument/delete/?id={document.pk}")
    assert get_document_model().objects.filter(pk=document.pk).exists() is left


def test_a_stranger_neither_lists_nor_chooses_nor_opens_a_municipalitys_files(sign_in, document, koege_page):
    as_stranger = sign_in("stranger")
    for path in ("/admin/documents/", "/admin/documents/chooser/", "/admin/documents/chooser/results/?q=plan"):
        assert "Hemmelig" not in as_stranger.get(path).content.decode()
    for name in ("edit", "delete"):
        assert as_stranger.get(reverse(f"wagtaildocs:{name}", args=[document.pk])).status_code == 404
    assert as_stranger.get(f"/admin/documents/chooser/{document.pk}/").status_code == 404
