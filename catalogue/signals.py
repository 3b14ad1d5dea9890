"""A story that is moved belongs to the municipality it is moved to; and what changes the lists of stories is noted."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from accounts.models import Municipality
from accounts.models.municipality import Region, RegionPeriod
from catalogue.models import MunicipalityPage, StoryPage
from catalogue.models.catalogue_change import note_change

LISTED = (Page, StoryPage, MunicipalityPage)  # a page may be saved as what it is or as a page alone
FILTERED_BY = (Municipality, Region, RegionPeriod, PageViewRestriction)


@receiver(post_page_move, sender=StoryPage, dispatch_uid="catalogue.story.moved")
def take_municipality(sender, instance, **kwargs):
    story = StoryPage.objects.get(pk=instance.pk)
    story.take_municipality()
    StoryPage.objects.filter(pk=story.pk).update(municipality=story.municipality_id)
    note_change()


@receiver([page_published, page_unpublished], dispatch_uid="catalogue.listed.published")
def note_publication(sender, **kwargs):
    if sender in LISTED:
        note_change()


@receiver([page_slug_changed, post_page_move], dispatch_uid="catalogue.listed.moved")
def note_move(sender, **kwargs):
    """Whatever page it was: all below it has another address now."""
    note_change()


@receiver(post_save, dispatch_uid="catalogue.listed.saved")
def note_save(sender, instance, created, update_fields, **kwargs):
    """Saving a draft writes a few columns of the page's row, and none that is listed."""
    draft = sender in LISTED and (update_fields is not None or (created and not instance.live))
    if sender in (*LISTED, *FILTERED_BY) and not draft:
        note_change()


@receiver(post_delete, dispatch_uid="catalogue.listed.deleted")
def note_deletion(sender, **kwargs):
    if sender in (*LISTED, *FILTERED_BY):
        note_change()
