"""The glossary keeps up with the stories, and what is explained in them with the glossary."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from catalogue import explaining
from catalogue.domain.glossary import note_uses
from catalogue.models import StoryPage, Term


@receiver(page_published, sender=StoryPage, dispatch_uid="catalogue.glossary.published")
def note_terms_of_story(sender, instance, **kwargs):
    note_uses(instance)


@receiver([post_save, post_delete], sender=Term, dispatch_uid="catalogue.glossary.changed")
def forget_explained_words(sender, **kwargs):
    explaining.forget()
