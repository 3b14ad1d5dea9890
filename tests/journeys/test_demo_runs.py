"""The demo itself, in a browser."""

import pytest

from home.models import FrontPage

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("turn", [1, 2])
def test_each_journey_meets_the_demo_as_new(demo_site, page, turn):
    page.goto(demo_site)
    assert "Ændret" not in page.content()
    FrontPage.objects.update(heading="Ændret af en rejse")
