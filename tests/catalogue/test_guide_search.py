"""The search finds the guide by its points."""

import pytest
from wagtail.search.index import insert_or_update_object

from catalogue.models import GuideStepPage
from search.finding import find_pages
from tests.factories.guide import GuidePageFactory, add_step, dilemma, point

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize("words", ["tvillingeteam", "dagsordenen", "utryghed", "mangler rammer", "før sommeren"])
def test_a_step_is_found_by_what_its_points_tell(words):
    lines = [("med", "Sæt det på dagsordenen.")]
    step = add_step(
        GuidePageFactory(), [point("Aftal et tvillingeteam.", lines=lines), dilemma()], intro="Før sommeren"
    )
    insert_or_update_object(GuideStepPage.objects.get(pk=step.pk))
    assert step.pk in [page.pk for page in find_pages(words)]


def test_a_draft_of_a_step_is_not_found():
    step = add_step(GuidePageFactory(), [point("Aftal et tvillingeteam.")], live=False)
    insert_or_update_object(GuideStepPage.objects.get(pk=step.pk))
    assert find_pages("tvillingeteam") == []
