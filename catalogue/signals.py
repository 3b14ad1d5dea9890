"""A story that is moved belongs to the municipality it is moved to."""

from django.dispatch import receiver
from wagtail.signals import post_page_move

from catalogue.models import StoryPage


@receiver(post_page_move, sender=StoryPage, dispatch_uid="catalogue.story.moved")
def take_municipality(sender, instance, **kwargs):
    story = StoryPage.objects.get(pk=instance.pk)
    story.take_municipality()
    StoryPage.objects.filter(pk=story.pk).update(municipality=story.municipality_id)
