"""A page that was published and is no longer: its address says so, and nothing of it is shown."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from home.models import StandardPage
from tests.factories.catalogue import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(site):
    """A story that was published, and the page it stood below."""
    story = StoryPageFactory(title="Ordet, ingen skal se")
    story.save_revision().publish()
    story.refresh_from_db()
    return story


def test_a_withdrawn_story_is_gone_and_says_so(client, story):
    story.unpublish()
    answer = client.get(story.path_on_site)
    assert answer.status_code == 410
    assert "Teksten er trukket tilbage" in answer.text
    assert "Ordet" not in answer.text
    assert 'name="robots" content="noindex"' in answer.text


def test_what_stands_above_it_leads_on(client, story):
    story.unpublish()
    above = story.get_parent().specific
    assert f'href="{above.path_on_site}">{above.title}</a>' in client.get(story.path_on_site).text


def test_what_stands_above_it_and_is_no_longer_published_is_not_told(client, story):
    above = story.get_parent().specific
    above.unpublish()
    story.unpublish()
    assert above.title not in client.get(story.path_on_site).text


def test_a_draft_that_was_never_public_does_not_exist(client, site):
    draft = StoryPageFactory(live=False)
    draft.save_revision()
    assert client.get(draft.path_on_site).status_code == 404


def test_what_was_never_open_to_all_does_not_tell_that_it_was_there(client, story):
    story.get_parent().view_restrictions.create(restriction_type="login")
    story.unpublish()
    assert client.get(story.path_on_site).status_code == 404


def test_a_page_of_any_kind_says_so(client, site):
    page = site.root_page.add_child(instance=StandardPage(title="Om", slug="om", last_published_at=timezone.now()))
    page.unpublish()
    assert client.get("/om/").status_code == 410


def test_published_again_it_is_read_again(client, story):
    story.unpublish()
    story.save_revision().publish()
    assert client.get(story.path_on_site).status_code == 200


def test_a_redirect_made_for_it_is_followed(client, site, story):
    story.unpublish()
    Redirect.objects.create(old_path=story.path_on_site.rstrip("/"), redirect_link="/katalog/", site=site)
    assert client.get(story.path_on_site).url == "/katalog/"


def test_readers_of_the_demo_get_the_same_page(client, settings, story):
    settings.DEBUG = True
    story.unpublish()
    assert client.get(story.path_on_site).status_code == 410


def test_it_is_gone_from_the_sitemap_at_once(client, story):
    assert story.path_on_site in client.get("/sitemap.xml").text
    story.unpublish()
    assert story.path_on_site not in client.get("/sitemap.xml").text


@pytest.mark.browser
def test_axe_has_nothing_to_say_of_it(live_server, story, page):
    story.unpublish()
    assert page.goto(f"{live_server}{story.path_on_site}").status == 410
    assert Axe().run(page).response["violations"] == []
