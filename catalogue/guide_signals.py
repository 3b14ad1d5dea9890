"""What follows when the guide is published anew: its files are made before anybody asks for them, and which points a
story shows is read anew."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from catalogue import guide_points
from catalogue.models import GuidePage, GuideStepPage
from catalogue.tasks import make_guide_files

GUIDE = (GuidePage, GuideStepPage)


@receiver(page_published, dispatch_uid="catalogue.guide.published")
def make_files_of_published_guide(sender, **kwargs):
    if sender in GUIDE:
        make_guide_files.enqueue()  # a task is a row, which the change that caused it takes along


@receiver([page_published, page_unpublished, post_page_move, post_delete], dispatch_uid="catalogue.guide.changed")
def read_the_guide_anew(sender, **kwargs):
    if sender in GUIDE:
        guide_points.forget()
