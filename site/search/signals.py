"""When the index changes: what is closed leaves it at once, what is published enters it by a task."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from core.models import SiteDocument
from search.content import PLAIN
from search.domain.indexing import forget, forget_thing, index_below, index_file, index_page, index_thing
from search.domain.vocabulary import forget_synonyms

# What a draft changes on a published page. Readers see none of it.
OF_THE_DRAFT = {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"}


@receiver(post_save, dispatch_uid="search.page.saved")
def follow_page(sender, instance, raw=False, update_fields=None, **kwargs):
    """Publishing, withdrawing and changing a page all save it."""
    if not isinstance(instance, Page) or raw or (update_fields and set(update_fields) <= OF_THE_DRAFT):
        return
    if instance.live:
        index_page.enqueue(instance.pk)
    else:
        forget(page=instance.pk)


@receiver(pre_delete, dispatch_uid="search.page.deleted")
def forget_deleted(sender, instance, **kwargs):
    if isinstance(instance, Page):
        forget(page=instance.pk)


@receiver([post_page_move, page_slug_changed], dispatch_uid="search.page.moved")
def follow_move(sender, instance, **kwargs):
    """It may now lie under a page that is closed, or with another municipality."""
    forget(page__path__startswith=instance.path)
    index_below.enqueue(instance.path)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="search.closed")
def forget_closed(sender, instance, **kwargs):
    forget(page__path__startswith=instance.page.path)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="search.opened")
def follow_opened(sender, instance, **kwargs):
    index_below.enqueue(instance.page.path)


@receiver(post_save, sender=SiteDocument, dispatch_uid="search.file.saved")
def follow_file(sender, instance, created, update_fields=None, **kwargs):
    """A new file is led to by no page yet, and has no text of its own to be found by."""
    if not created and set(update_fields or ()) != {"file_hash"}:
        index_file.enqueue(instance.pk)


@receiver(post_delete, sender=SiteDocument, dispatch_uid="search.file.deleted")
def forget_file(sender, instance, **kwargs):
    forget_thing(instance)


def follow_plain_models() -> None:
    """After they have been registered: each change of a row at once, since there is little to read."""
    for model in PLAIN:
        post_save.connect(follow_thing, sender=model, dispatch_uid=f"search.{model._meta.label_lower}.saved")
        post_delete.connect(
            forget_deleted_thing, sender=model, dispatch_uid=f"search.{model._meta.label_lower}.deleted"
        )


def follow_thing(sender, instance, **kwargs):
    forget_synonyms()
    index_thing.enqueue(sender._meta.label_lower, instance.pk)


def forget_deleted_thing(sender, instance, **kwargs):
    forget_synonyms()
    forget_thing(instance)
