import xml.etree.ElementTree as ElementTree

from home.models import StandardPage


def addresses(client) -> list[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_machines_are_told_where_not_to_go(client, site, settings):
    text = client.get("/robots.txt").text
    for path in ("/admin/", "/min-kommune/", "/tilmelding/", "/konto/"):
        assert f"Disallow: {path}\n" in text
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in text


def test_the_sitemap_lists_what_everyone_may_read(client, site, settings):
    assert settings.BASE_URL + "/" in addresses(client)
    assert settings.BASE_URL + "/katalog/" in addresses(client)


def test_the_sitemap_tells_of_no_draft_and_nothing_closed(client, site):
    site.root_page.add_child(instance=StandardPage(title="Kladde", slug="kladde", live=False))
    closed = site.root_page.add_child(instance=StandardPage(title="Lukket", slug="lukket"))
    closed.add_child(instance=StandardPage(title="Under", slug="under"))
    closed.view_restrictions.create(restriction_type="login")
    assert not [address for address in addresses(client) if "kladde" in address or "lukket" in address]


def test_the_sitemap_costs_two_queries(client, site, django_assert_num_queries):
    client.get("/sitemap.xml")
    with django_assert_num_queries(2):
        client.get("/sitemap.xml")


def test_was_leads_to_the_accessibility_statement(client, site):
    for path in ("/was", "/was/"):
        assert client.get(path).url == "/om/tilgaengelighed/"


def test_old_browsers_find_the_icon(client, db):
    assert client.get("/favicon.ico").url.endswith("core/icon.svg")
