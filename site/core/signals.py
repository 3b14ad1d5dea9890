"""What follows from a change: the cached navigation is forgotten, a new picture's sizes are made, and published
pictures are opened to readers."""

from functools import partial

from django.contrib.auth.signals import user_logged_out
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core import navigation
from core.models import SitePicture
from core.tasks import make_renditions


@receiver([post_save, post_delete], sender=Site, dispatch_uid="core.navigation.site")
@receiver([page_published, page_unpublished, page_slug_changed, post_page_move], dispatch_uid="core.navigation.page")
def forget_navigation(sender, **kwargs):
    navigation.forget()


@receiver([post_save, post_delete], dispatch_uid="core.navigation.saved")
def forget_navigation_of_page(sender, **kwargs):
    if issubclass(sender, Page):
        navigation.forget()


@receiver(post_save, sender=SitePicture, dispatch_uid="core.pictures.renditions")
def make_sizes_of_new_picture(sender, instance, **kwargs):
    if instance.is_new_file:
        transaction.on_commit(partial(make_renditions.enqueue, instance.pk))


@receiver(page_published, dispatch_uid="core.fetching.published")
def open_pictures_of_published_page(sender, instance, **kwargs):
    """Wagtail's own index of who uses what is brought up to date by a task, and readers may come before that."""
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(instance)


@receiver(user_logged_out, dispatch_uid="core.signed_out")
def remember_sign_out(sender, request, **kwargs):
    """What a page has kept in the browser is cleared with the answer: phones are shared (HeadersMiddleware)."""
    if request is not None:
        request.has_signed_out = True
