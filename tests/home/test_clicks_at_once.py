"""Clicks that really come at the same moment, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from accounts.models import User
from catalogue.domain.municipalities import open_municipality
from catalogue.domain.writing import start_story
from catalogue.models import DiaryPage, MunicipalityPage, StoryPage

pytestmark = [pytest.mark.database, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CLICKS = 6


def at_once(act):
    def on_own_connection(number):
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(CLICKS) as pool:
        return list(pool.map(on_own_connection, range(CLICKS)))


def test_clicks_on_one_form_make_one_story(haderslev_page, contributor):
    token = uuid4()

    def click(_number):
        user = User.objects.get(pk=contributor.pk)
        return start_story(by=user, under=haderslev_page, title="Fra to besøg til ét", token=token).pk

    assert len(set(at_once(click))) == 1
    assert StoryPage.objects.count() == 1


def test_forms_of_colleagues_make_a_story_each(haderslev_page, contributor):
    def click(_number):
        user = User.objects.get(pk=contributor.pk)
        return start_story(by=user, under=haderslev_page, title="Fra to besøg til ét", token=uuid4()).pk

    assert len(set(at_once(click))) == CLICKS
    assert len(set(StoryPage.objects.values_list("slug", flat=True))) == CLICKS


def test_opening_a_municipality_from_many_sides_opens_it_once(site, haderslev):
    assert len(set(at_once(lambda _number: open_municipality(by=None, municipality=haderslev).pk))) == 1
    assert MunicipalityPage.objects.count() == DiaryPage.objects.count() == 1
