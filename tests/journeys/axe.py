"""axe-core on the page that is open, as a phone and as a laptop shows it, in light and in dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

WIDTHS = (375, 1280)
SCHEMES = ("light", "dark")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def assert_accessible(page, heading: str) -> None:
    """The page under that heading has no violation in any of the four, and nothing to scroll sideways for.

    The heading is waited for: after a click the page before is still there for a moment, and would be judged instead.
    """
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    page.wait_for_load_state("load")
    before = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=RULES)
            assert found.violations_count == 0, f"{page.url} at {width} px, {scheme}:\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} is wider than {width}"
    page.set_viewport_size(before)
    page.emulate_media(color_scheme="light")
