"""axe finds nothing on the pages of the journeys at 375 and 1280 px, in light and dark. None scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PUBLIC = [
    "/",
    "/katalog/",
    "/katalog/?status=planlagt",
    "/katalog/seks-kommuner-fortaeller/",
    "/katalog/seks-kommuner-fortaeller/2/",
    "/katalog/?tema=ledelse&rum=deltog&region=syddanmark&kommunestoerrelse=30000-59999",
    "/katalog/kommune-som-min/",
    "/katalog/kommune-som-min/?kommune=haderslev",
    "/sammenlign/",
    "/sammenlign/?e=999999&e=15&e=18&e=21&e=24&e=27",
    "/kommuner/",
    "/kommuner/haderslev/",
    "/kommuner/haderslev/foerst-en-snak-saa-plejen/",
    "/kommuner/haderslev/dagbog/",
    "/kommuner/haderslev/dagbog/2026/11/",
    "/kommuner/haderslev/dagbog/eksempel-et-indlaeg-med-et-billede/",
    "/kom-godt-i-gang/",
    "/kom-godt-i-gang/?for=med",
    "/kom-godt-i-gang/foer-i-gaar-i-gang/",
    "/kom-godt-i-gang/dilemmaer/?for=leder",
    "/udviklingsrum/",
    "/arrangementer/",
    "/arrangementer/vidensdag-2027/",
    "/arrangementer/vidensdag-2027/tilmeld/",
    "/begreber/",
    "/viden/",
    "/viden/besoeg-i-oslo-tillidsmodellen/",
    "/viden/planen-22-kommuner-i-tre-rum/",
    "/viden/eksempel-optagelse-af-et-vidensrum/",
    "/begreber/selvstyrende-team/",
    "/om/",
    "/om/tilgaengelighed/",
    "/soeg/?q=pleje",
    "/soeg/?q=findesikke",
    "/soeg/?q=selvstyrende+teams",
    "/konto/login/",
    "/findes-ikke/",
]
LOOKS = [(width, scheme) for width in (375, 1280) for scheme in ("light", "dark")]
SIGNED_IN = {
    "bidragyder.haderslev@demo.example": ["/min-kommune/", "/min-kommune/dagbog/ny/", "/konto/email/", "/konto/2fa/"],
    "koordinator.haderslev@demo.example": [
        "/min-kommune/",
        "/min-kommune/haderslev/kolleger/",
        "/min-kommune/haderslev/kontakter/",
        "/min-kommune/haderslev/log/",
        "/min-kommune/haderslev/login/",
        "/min-kommune/haderslev/tekster/",
        "/min-kommune/haderslev/svar/",
    ],
    "redaktoer@demo.example": ["/min-kommune/", "/min-kommune/folk/"],
    "arrangoer@demo.example": ["/arrangoer/", "/arrangoer/vidensdag-2027/"],
    "admin@demo.example": ["/admin/rettigheder/"],
}


def faults(page, address: str) -> list[str]:
    """What axe finds there in each look, and whether the page scrolls sideways where it is narrowest."""
    page.goto(address)
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        for violation in Axe().run(page).response["violations"]:
            nodes = [node["html"][:150] for node in violation["nodes"][:3]]
            found.append(f"{address} {width} {scheme}: {violation['id']}: {nodes}")
    page.set_viewport_size({"width": 320, "height": 640})
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append(f"{address} scrolls sideways at 320 px")
    return found


@pytest.mark.slow
def test_public_pages_have_no_fault(demo_site, page):
    assert [fault for path in PUBLIC for fault in faults(page, demo_site + path)] == []


@pytest.mark.slow
def test_a_form_with_errors_has_no_fault(demo_site, page):
    page.goto(f"{demo_site}/arrangementer/vidensdag-2027/tilmeld/")
    page.get_by_role("button", name="Tilmeld mig").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert Axe().run(page).response["violations"] == []


def sign_in(demo_site, page, email):
    page.goto(f"{demo_site}/konto/login/")
    page.get_by_role("textbox", name="E-mail").fill(email)
    page.get_by_role("textbox", name="Adgangskode").fill("udviklingsrum-demo")
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.wait_for_url(f"{demo_site}/min-kommune/")


@pytest.mark.slow
@pytest.mark.parametrize("email", SIGNED_IN)
def test_the_pages_of_people_with_an_account_have_no_fault(demo_site, page, email):
    sign_in(demo_site, page, email)
    assert [fault for path in SIGNED_IN[email] for fault in faults(page, demo_site + path)] == []


@pytest.mark.slow
def test_the_way_of_a_text_has_no_fault_nor_what_is_answered_on_the_colleagues_page(demo_site, page):
    sign_in(demo_site, page, "koordinator.haderslev@demo.example")
    way = page.get_by_role("link", name="Hvem læser med").first.get_attribute("href")
    assert faults(page, demo_site + way) == []
    page.goto(f"{demo_site}/min-kommune/haderslev/kolleger/")
    page.get_by_role("button", name="Send igen").first.click()
    expect(page.get_by_role("status")).to_be_visible()
    assert Axe().run(page).response["violations"] == []


def test_axe_would_find_a_fault(page):
    page.set_content("<main><img src='x.png'><a href='/'></a></main>")
    assert {violation["id"] for violation in Axe().run(page).response["violations"]} >= {"image-alt", "link-name"}
