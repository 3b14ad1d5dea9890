"""The search finds the guide by its points."""

import pytest

from search.domain.answering import answer
from search.domain.indexing import index_page
from tests.factories.guide import GuidePageFactory, add_step, dilemma, point

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize("words", ["tvillingeteam", "dagsordenen", "utryghed", "mangler rammer", "før sommeren"])
def test_a_step_is_found_by_what_its_points_tell(words):
    lines = [("med", "Sæt det på dagsordenen.")]
    step = add_step(
        GuidePageFactory(), [point("Aftal et tvillingeteam.", lines=lines), dilemma()], intro="Før sommeren"
    )
    index_page.func(step.pk)
    assert [hit.url for hit in answer(words, "", "").side] == [step.path_on_site]


def test_a_draft_of_a_step_is_not_found():
    step = add_step(GuidePageFactory(), [point("Aftal et tvillingeteam.")], live=False)
    index_page.func(step.pk)
    assert answer("tvillingeteam", "", "").total == 0
