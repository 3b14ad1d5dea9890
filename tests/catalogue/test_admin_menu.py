"""What each role meets in the editors' rooms: no more than it needs, and every item leads somewhere."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from accounts.domain.memberships import join_municipality
from accounts.enums import Role

pytestmark = pytest.mark.django_db


def menu_of(user) -> dict[str, str]:
    """The words of the menu, and where each leads."""
    reverse("wagtailadmin_home")  # some items come with the addresses they lead to
    request = RequestFactory().get("/admin/")
    request.user = user
    items = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
    return {str(item.label): item.url for item in items}


@pytest.mark.parametrize("persona", ["contributor", "coordinator"])
def test_who_writes_goes_straight_to_the_municipalitys_pages(haderslev_page, persona, request, client):
    user = request.getfixturevalue(persona)
    menu = menu_of(user)
    assert list(menu) == ["Min kommune", "Sider i Haderslev", "Billeder", "Dokumenter"]
    client.force_login(user)
    assert {client.get(address).status_code for address in menu.values()} == {200}


def test_who_writes_in_two_municipalities_has_both(haderslev_page, koege_page, contributor, koege):
    join_municipality(by=None, user=contributor, municipality=koege, role=Role.CONTRIBUTOR)
    menu = menu_of(contributor)
    assert menu["Sider i Haderslev"] == reverse("wagtailadmin_explore", args=[haderslev_page.pk])
    assert menu["Sider i Køge"] == reverse("wagtailadmin_explore", args=[koege_page.pk])


def test_the_desk_has_the_tree_the_glossary_and_the_reports(haderslev_page, editor):
    assert list(menu_of(editor)) == ["Min kommune", "Sider", "Billeder", "Dokumenter", "Begreber", "Rapporter"]


def test_wagtails_help_in_english_is_nobodys(haderslev_page, administrator):
    assert "Hjælp" not in menu_of(administrator)


def test_who_writes_begins_at_the_municipality_and_the_desk_at_the_overview(
    client, haderslev_page, contributor, editor
):
    client.force_login(contributor)
    assert client.get("/admin/")["Location"] == "/min-kommune/"
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("kind", ["wagtailimages", "wagtaildocs"])
def test_one_shelf_needs_no_choice_of_shelves(client, haderslev_page, koege_page, contributor, kind):
    client.force_login(contributor)
    for address in (reverse(f"{kind}:index"), reverse(f"{kind}:add"), reverse(f"{kind}:add_multiple")):
        assert "Køge" not in client.get(address).text


@pytest.mark.parametrize("persona", ["editor", "administrator"])
def test_nothing_is_closed_with_a_password_that_goes_from_hand_to_hand(client, haderslev_page, persona, request):
    client.force_login(request.getfixturevalue(persona))
    form = client.get(reverse("wagtailadmin_pages:set_privacy", args=[haderslev_page.pk])).json()["html"]
    assert 'value="login"' in form
    assert 'value="password"' not in form
