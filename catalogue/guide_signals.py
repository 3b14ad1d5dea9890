"""What follows when the guide is published anew: its files are made before anybody asks for them."""

from django.dispatch import receiver
from wagtail.signals import page_published

from catalogue.models import GuidePage, GuideStepPage
from catalogue.tasks import make_guide_files


@receiver(page_published, sender=GuidePage, dispatch_uid="catalogue.guide")
@receiver(page_published, sender=GuideStepPage, dispatch_uid="catalogue.guide.step")
def make_files_of_published_guide(sender, **kwargs):
    make_guide_files.enqueue()  # a task is a row, which the change that caused it takes along
