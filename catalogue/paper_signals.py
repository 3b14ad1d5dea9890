"""What is on paper follows what is on the site: editions are frozen, booklets made anew, PDFs thrown away."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from catalogue.domain.editions import freeze, remake_booklets_with, throw_away_booklet
from catalogue.models import EditionPage, StoryPage
from core.pdf_shelf import forget


@receiver(page_published, sender=EditionPage, dispatch_uid="catalogue.edition.published")
def freeze_what_is_published(sender, instance, **kwargs):
    freeze(by=None, edition=instance)


@receiver(post_delete, sender=EditionPage, dispatch_uid="catalogue.edition.deleted")
def throw_away_its_booklet(sender, instance, **kwargs):
    transaction.on_commit(partial(throw_away_booklet, instance.pk))


@receiver([page_published, page_unpublished], sender=StoryPage, dispatch_uid="catalogue.story.came_or_went")
@receiver(pre_delete, sender=StoryPage, dispatch_uid="catalogue.story.goes")
def remake_its_booklets(sender, instance, **kwargs):
    remake_booklets_with(instance)


@receiver(page_unpublished, sender=StoryPage, dispatch_uid="catalogue.story.paper.unpublished")
@receiver(post_delete, sender=StoryPage, dispatch_uid="catalogue.story.paper.deleted")
def throw_away_its_sheet(sender, instance, **kwargs):
    transaction.on_commit(partial(forget, f"story-{instance.pk}"))
