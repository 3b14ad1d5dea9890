"""A visitor opens the catalogue, opens a story, sees the facts with their sources, reaches the municipality."""

from playwright.sync_api import expect


def test_a_visitor_reads_a_story_and_reaches_its_municipality(demo_site, page):
    page.goto(demo_site)
    page.get_by_role("navigation").get_by_role("link", name="Katalog").first.click()
    page.get_by_role("link", name="Først en snak, så plejen").click()

    facts = page.get_by_role("complementary").filter(has_text="Fakta om teamene")
    expect(facts).to_contain_text("8–10 medarbejdere")
    expect(facts).to_contain_text("ikke oplyst")
    facts.get_by_role("link", name="Kilde 4").first.click()
    expect(page.locator(":target")).to_contain_text("Kaffen først i Haderslev")

    page.get_by_role("link", name="Mere fra Haderslev").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Haderslev Kommune")


def test_the_map_and_the_list_lead_to_the_same_municipality(demo_site, page):
    page.goto(f"{demo_site}/kommuner/")
    expect(page.locator(".map a")).to_have_count(18)
    page.get_by_role("table").get_by_role("link", name="Køge", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Køge Kommune")


def test_a_filter_that_finds_nothing_says_what_to_drop(demo_site, page):
    page.goto(f"{demo_site}/katalog/?status=planlagt")
    expect(page.get_by_role("main")).to_contain_text("Ingen erfaringer passer")


def test_a_word_opens_its_meaning_by_keyboard_and_without_script(demo_site, browser):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 640}).new_page()
    page.goto(f"{demo_site}/kommuner/aalborg/medstyrende-teams-i-et-distrikt-foerst/")
    meaning = page.get_by_text("teamet er med til at bestemme meget, men ikke alt")
    page.get_by_role("button", name="medstyrende", exact=True).press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_reading_needs_no_script(demo_site, browser):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{demo_site}/katalog/")
    page.get_by_role("link", name="Først en snak, så plejen").click()
    expect(page.get_by_role("main")).to_contain_text("Fakta om teamene")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
