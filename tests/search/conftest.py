import pytest

from home.models import StandardPage
from search.domain.answering import answer
from search.domain.indexing import index_page


@pytest.fixture
def written(site):
    """A function that publishes a page of text and puts it in the index."""

    def make(title, lead="", *, parent=None, **fields):
        made = (parent or site.root_page).add_child(instance=StandardPage(title=title, lead=lead, **fields))
        index_page.func(made.pk)
        return made

    return make


@pytest.fixture
def found(site):
    """A function that searches: the titles of the hits, best first, without their marks."""

    def ask(query, **chosen):
        hits = answer(query, chosen.get("kind", ""), "").side.object_list
        return [hit.title.replace("<mark>", "").replace("</mark>", "") for hit in hits]

    return ask
