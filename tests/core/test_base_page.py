import pytest
from django.apps import apps
from django.core.cache import caches
from wagtail.models import Page

from core import navigation
from core.checks import our_page_models, pages_without_base
from core.middleware import SiteFromCacheMiddleware
from home.models import FrontPage, StandardPage


@pytest.fixture
def om(site):
    return site.root_page.add_child(
        instance=StandardPage(title="Om", slug="om", lead="Hvad det er.", show_in_menus=True)
    )


@pytest.fixture
def data(om):
    return om.add_child(instance=StandardPage(title="Data", slug="data"))


def test_every_page_of_ours_inherits_the_base_page():
    assert len(our_page_models()) > 5
    assert pages_without_base(our_page_models()) == []


def test_a_page_that_does_not_is_told():
    errors = pages_without_base([FrontPage, Page])
    assert [error.id for error in errors] == ["core.E001"]
    assert "wagtailcore.Page" in errors[0].msg


def test_the_check_runs_with_the_others():
    from django.core.checks.registry import registry

    assert "every_page_inherits_the_base_page" in {check.__name__ for check in registry.get_checks()}


def test_a_page_describes_itself_where_no_editor_did(om):
    assert om.description == "Hvad det er."
    om.search_description = "Skrevet af en redaktør."
    assert om.description == "Skrevet af en redaktør."


def test_the_trail_leads_from_the_front_page_to_the_page(data):
    data = StandardPage.objects.get(pk=data.pk)
    assert [step["url"] for step in data.trail()] == ["/", "/om/", "/om/data/"]


def test_the_front_page_has_no_trail(site):
    assert FrontPage.objects.get().trail() == []


def test_the_page_tells_where_it_lives(client, data, settings):
    text = client.get("/om/data/").text
    assert f'<link rel="canonical" href="{settings.BASE_URL}/om/data/">' in text
    assert '<meta property="og:title" content="Data">' in text


def test_the_frame_of_a_page_costs_no_query(rf, om, django_assert_num_queries):
    middleware = SiteFromCacheMiddleware(lambda request: request)
    middleware(rf.get("/"))
    with django_assert_num_queries(0):
        request = middleware(rf.get("/"))
        assert request._wagtail_site.root_page.url_path == "/forside/"
        assert [item.title for item in navigation.navigation().menu] == ["Om"]


def test_a_page_taken_down_leaves_the_menu_at_once(om):
    assert [item.title for item in navigation.navigation().menu] == ["Om"]
    om.unpublish()
    assert navigation.navigation().menu == []


def test_a_page_renamed_is_renamed_in_the_menu(om):
    navigation.navigation()
    om.title = "Om os"
    om.save_revision().publish()
    assert [item.title for item in navigation.navigation().menu] == ["Om os"]


def test_a_page_that_is_closed_to_some_is_not_in_the_menu(om):
    om.view_restrictions.create(restriction_type="login")
    caches["local"].clear()
    assert navigation.navigation().menu == []


def test_another_site_record_is_seen_at_once(site, om):
    navigation.navigation()
    site.root_page = om
    site.save()
    assert navigation.current_site().root_page.slug == "om"
    assert navigation.navigation().root.url_path == om.url_path


def test_the_menu_marks_where_one_is(client, data):
    assert '<a href="/om/" aria-current="page">Om</a>' in client.get("/om/").text
    assert '<a href="/om/" aria-current="true">Om</a>' in client.get("/om/data/").text


@pytest.mark.parametrize(("persona", "words"), [(None, "Log ind"), ("contributor", "Min kommune")])
def test_the_head_knows_whether_one_is_signed_in(request, client, om, persona, words):
    if persona:
        client.force_login(request.getfixturevalue(persona))
    head = client.get("/om/").text.partition("</header>")[0]
    assert words in head


def test_a_reader_gets_no_cookie(client, om):
    assert not client.get("/om/").cookies
    assert not client.get("/soeg/?q=x").cookies


def test_our_apps_are_all_installed():
    assert {"core", "home", "search"} <= set(apps.app_configs)


def test_a_page_with_a_password_tells_nothing_before_it_is_given(client, om):
    om.view_restrictions.create(restriction_type="password", password="sesam")
    text = client.get("/om/").text
    assert "Siden har en adgangskode" in text
    assert "Hvad det er." not in text
    assert "canonical" not in text
    assert ">Om</a>" not in text.partition("<main")[2]


def test_the_password_opens_the_page(client, om):
    restriction = om.view_restrictions.create(restriction_type="password", password="sesam")
    address = f"/_util/authenticate_with_password/{restriction.pk}/{om.pk}/"
    wrong = client.post(address, {"password": "luk op", "return_url": "/om/"})
    assert "ds-error-summary" in wrong.text
    client.post(address, {"password": "sesam", "return_url": "/om/"})
    assert "Hvad det er." in client.get("/om/").text


def test_the_front_page_is_shown_as_it_is_now_whatever_the_cache_holds(client, site):
    client.get("/")
    type(site.root_page).objects.filter(pk=site.root_page.pk).update(title="Ny titel")
    assert "Ny titel" in client.get("/").text


def test_the_title_of_a_published_pages_draft_stays_in_its_revision(om):
    om.title = "Noget hemmeligt"
    om.save_revision()
    om.refresh_from_db()
    assert om.draft_title == "Om"
    assert om.get_latest_revision_as_object().title == "Noget hemmeligt"
    om.get_latest_revision().publish()
    om.refresh_from_db()
    assert (om.title, om.draft_title) == ("Noget hemmeligt", "Noget hemmeligt")
