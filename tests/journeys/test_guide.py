"""A project leader finds the guide, ticks what is done, and finds the ticks again. Nobody else does."""

import pytest
from playwright.sync_api import expect

STEP = "/kom-godt-i-gang/team-og-rammer/?for=projektleder"


@pytest.fixture
def step(demo_site, page):
    page.goto(demo_site + STEP)
    return page


def box(page, point):
    return page.get_by_role("checkbox", name=point)


def test_a_reader_chooses_who_they_are_and_walks_from_step_to_step(demo_site, page):
    page.goto(f"{demo_site}/kom-godt-i-gang/")
    page.get_by_role("link", name="Projektledere").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kom godt i gang for projektledere")
    page.get_by_role("link", name="Før I går i gang").click()
    page.get_by_role("link", name="Næste trin").click()
    assert page.url.endswith(STEP)
    expect(page.get_by_role("main")).to_contain_text("Aftal et tvillingeteam")


def test_a_tick_is_there_when_one_comes_back(step):
    box(step, "Aftal et tvillingeteam").check()
    expect(step.get_by_role("status")).to_have_text("1 af 5 krydset af")
    step.reload()
    expect(box(step, "Aftal et tvillingeteam")).to_be_checked()
    step.get_by_role("navigation", name="Du er her").get_by_role("link", name="Kom godt i gang").click()
    expect(step.get_by_role("link", name="Team og rammer")).to_contain_text("1 af 5 krydset af")


def test_a_tick_is_the_same_whoever_the_page_is_read_as(demo_site, step):
    box(step, "Aftal et tvillingeteam").check()
    step.goto(demo_site + STEP.partition("?")[0])
    expect(box(step, "Aftal et tvillingeteam")).to_be_checked()


def test_ticks_are_cleared_and_brought_back(step):
    box(step, "Aftal et tvillingeteam").check()
    step.get_by_role("button", name="Ryd krydserne i dette trin").click()
    expect(box(step, "Aftal et tvillingeteam")).not_to_be_checked()
    step.get_by_role("button", name="Fortryd").click()
    expect(box(step, "Aftal et tvillingeteam")).to_be_checked()


def test_ticks_never_leave_the_device(demo_site, page):
    page.goto(demo_site + STEP)
    page.wait_for_load_state("networkidle")
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    box(page, "Aftal et tvillingeteam").check()
    expect(page.get_by_role("status")).to_have_text("1 af 5 krydset af")
    assert sent == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("kept", ["{", "null", "[1, null, {}]", '"x"', "x" * 100_000])
def test_what_something_else_left_behind_is_no_hindrance(step, kept):
    step.evaluate("kept => localStorage.setItem('guide:krydser', kept)", kept)
    step.reload()
    box(step, "Aftal et tvillingeteam").check()
    expect(step.get_by_role("status")).to_have_text("1 af 5 krydset af")


def test_without_a_script_there_is_nothing_to_tick_on_screen(demo_site, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(demo_site + STEP)
    expect(page.get_by_role("main")).to_contain_text("Aftal et tvillingeteam")
    expect(page.get_by_role("heading", name="Din tjekliste")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_a_browser_that_refuses_storage_shows_the_guide_all_the_same(demo_site, page):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page.goto(demo_site + STEP)
    expect(page.get_by_role("main")).to_contain_text("Aftal et tvillingeteam")
    expect(page.get_by_role("checkbox")).to_have_count(0)
