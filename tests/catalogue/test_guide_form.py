"""How the desk edits the guide in Wagtail."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from catalogue.models import GuideStepPage
from tests.factories.guide import GuidePageFactory, add_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(haderslev_page):  # the desk's permissions come with the first municipality
    made = GuidePageFactory()
    add_source(made)
    return made


@pytest.fixture
def write(client, editor, guide):
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:add", args=["catalogue", "guidesteppage", guide.pk])

    def send(sources="A", **extra):
        told = {"text": "Begynd", "sources": sources, "lines": streamfield([])}
        form = {"title": "Før", "slug": "foer", "intro": "", "comments": inline_formset([])}
        points = streamfield([("do", told)])
        ticked = {"points-0-value-readers": ["leder", "med"]}
        return client.post(address, nested_form_data(form | {"points": points}) | ticked | extra)

    return send


def test_the_desk_publishes_a_step(write):
    write(**{"action-publish": "1"})
    step = GuideStepPage.objects.get()
    assert step.live
    assert step.points[0].value["readers"] == ["leder", "med"]


def test_a_source_the_guide_does_not_have_is_named(write):
    answer = write(sources="A, Z", **{"action-publish": "1"})
    assert "ingen kilde med disse korte navne: Z" in answer.content.decode()
    assert not GuideStepPage.objects.exists()


def test_a_draft_may_name_a_source_that_comes_later(write):
    write(sources="Z")
    assert not GuideStepPage.objects.get().live


def test_what_is_no_short_name_is_refused(write):
    assert "korte navne" in write(sources="H1 / !", **{"action-publish": "1"}).content.decode()
    assert not GuideStepPage.objects.exists()


def test_who_writes_for_a_municipality_does_not_edit_the_guide(client, contributor, guide):
    client.force_login(contributor)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).status_code == 404


def test_the_form_is_in_danish(client, editor, guide):
    client.force_login(editor)
    soup = BeautifulSoup(client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content, "html.parser")
    assert "linjer til nogle læsere" in soup.get_text().lower()
