"""The real stories name no contacts, and nobody is invented for them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue.domain.living import ask_about_stories
from catalogue.models import StoryPage
from notifications.models import OutboxMessage


@pytest.mark.django_db
def test_nobody_is_mailed_about_the_real_stories(seeded):
    stories = StoryPage.objects.live()
    assert stories.count() == 20
    stories.update(first_published_at=timezone.now() - timedelta(days=400))
    assert ask_about_stories() == 0
    assert not OutboxMessage.objects.filter(key__startswith="catalogue:still-holds:").exists()
