"""A contributor of Køge meets nothing of Haderslev's drafts in the editors' rooms: no title, no state, no door."""

import pytest
from django.urls import URLPattern, reverse
from wagtail.admin.urls import pages as page_urls
from wagtail.models import Page

from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db

SECRET = "Hemmelig kladde"
# Addresses that name no page of Haderslev's: lists, which must only be silent about it.
LISTS = {"type_use", "type_use_results", "choose_parent", "search", "search_results"}


@pytest.fixture
def draft(haderslev_page, contributor, coordinator):
    story = StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title=SECRET)
    story.save_revision(user=contributor)
    story.get_workflow().start(story, contributor)
    return Page.objects.get(pk=story.pk)


@pytest.fixture
def as_stranger(client, stranger, koege_page):
    client.force_login(stranger)
    return client


def filled_in(pattern: URLPattern, draft, koege_page):
    state = draft.current_workflow_state
    values = {
        "page_id": draft.pk,
        "pk": draft.pk,
        "page_to_move_id": draft.pk,
        "parent_page_id": draft.get_parent().pk,
        "destination_id": koege_page.pk,
        "revision_id": draft.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": state.current_task_state_id,
        "task_id": state.current_task_state.task_id,
        "workflow_state_id": state.pk,
        "action_name": "approve",
        "content_type_app_name": "catalogue",
        "content_type_model_name": "storypage",
        "app_label": "catalogue",
        "model_name": "storypage",
    }
    names = pattern.pattern.regex.groupindex
    return reverse(f"wagtailadmin_pages:{pattern.name}", kwargs={name: values[name] for name in names})


@pytest.mark.parametrize("pattern", page_urls.urlpatterns, ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_a_page_opens_for_a_stranger(as_stranger, draft, koege_page, pattern, method):
    address = filled_in(pattern, draft, koege_page)
    response = getattr(as_stranger, method)(address)
    assert SECRET not in response.content.decode()
    assert response.status_code in ((200, 302, 405) if pattern.name in LISTS else (404,))


@pytest.mark.parametrize("persona", ["stranger", "follow_group_reader"])
def test_asked_by_script_the_answer_is_404_as_well(client, draft, persona, request):
    client.force_login(request.getfixturevalue(persona))
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert client.get(address, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/pages/",
        "/admin/pages/search/?q=hemmelig",
        "/admin/choose-page/",
        "/admin/choose-page/search/?q=hemmelig",
        "/admin/choose-page/{municipality}/",
        "/admin/api/main/pages/",
        "/admin/api/main/pages/?child_of={municipality}",
        "/admin/api/main/pages/{draft}/",
        "/admin/choose-page/chosen-multiple/?id={draft}",
        "/admin/bulk/wagtailcore/page/delete/?id={draft}",
        "/admin/bulk/wagtailcore/page/move/?id={draft}",
        "/admin/bulk/wagtailcore/page/publish/?id={draft}",
        "/admin/bulk/wagtailcore/page/publish/?id=all&childOf={municipality}",
        "/admin/reports/workflow/",
        "/admin/reports/workflow_tasks/",
        "/admin/reports/site-history/",
        "/admin/reports/aging-pages/",
        "/admin/reports/locked/",
        "/admin/workflows/list/",
        "/admin/workflows/tasks/index/",
        "/admin/collections/",
        "/admin/users/",
        "/admin/groups/",
        "/admin/redirects/",
        "/admin/pages/usage/catalogue/storypage/",
        "/admin/editing-sessions/ping/wagtailcore/page/{draft}/1/",
    ],
)
def test_no_list_names_a_strangers_draft(as_stranger, draft, path):
    address = path.format(draft=draft.pk, municipality=draft.get_parent().pk)
    response = as_stranger.get(address, follow=True)
    assert SECRET not in response.content.decode()


def test_the_explorer_starts_at_ones_own_municipality(as_stranger, draft, koege_page):
    response = as_stranger.get("/admin/pages/", follow=True)
    assert response.redirect_chain[-1][0] == f"/admin/pages/{koege_page.pk}/"


@pytest.mark.parametrize(
    "path", ["/admin/reports/workflow/", "/admin/collections/", "/admin/users/", "/admin/groups/"]
)
def test_the_desks_rooms_are_not_there_for_a_contributor(client, contributor, haderslev_page, path):
    client.force_login(contributor)
    assert client.get(path).status_code == 404


@pytest.fixture
def own(koege_page, stranger):
    story = StoryPageFactory(parent=koege_page, owner=stranger, live=False, title="Egen kladde")
    story.save_revision(user=stranger)
    story.get_workflow().start(story, stranger)
    return story


@pytest.mark.parametrize(
    "path",
    [
        "{own}/revisions/{revision}/view/",
        "{own}/revisions/{revision}/revert/",
        "{own}/revisions/compare/{revision}...latest/",
        "{own}/revisions/compare/earliest...{revision}/",
        "{own}/workflow_history/detail/{state}/",
        "workflow/action/{own}/approve/{step}/",
        "workflow/collect_action_data/{own}/approve/{step}/",
    ],
)
def test_a_page_of_ones_own_opens_nothing_of_anothers(as_stranger, draft, own, path):
    state = draft.current_workflow_state
    names = {"revision": draft.latest_revision_id, "state": state.pk, "step": state.current_task_state_id}
    for method in (as_stranger.get, as_stranger.post):
        response = method(f"/admin/pages/{path.format(own=own.pk, **names)}")
        assert SECRET not in response.content.decode()
        assert response.status_code in (404, 405)
