"""Who may fetch a picture or a file: everybody while a published page shows it, else those who work with it.

What shows a picture is read from Wagtail's reference index, which follows a page's published version. `core.signals`
brings it up to date in the moment of publication; withdrawing a page, closing it or deleting it counts at once.
"""

import time

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, IntegerField, Model, OuterRef
from django.db.models.functions import Cast, Length, Substr
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from core.models import SiteDocument, SitePicture
from core.references import references_of

FILES = (SitePicture, SiteDocument)
ANY_RIGHT = ["choose", "change", "delete"]
PUBLIC, PRIVATE = "public, max-age=300", "private, no-cache"
IN_SESSION = "draft_files"
READING_TIME = 30 * 60


def is_public(model: type[Model], pk: int) -> bool:
    """A page that everybody may read shows it. One query."""
    return public_pages_with(model, pk).exists()


def public_pages_with(model: type[Model], pk: int) -> PageQuerySet:
    """The pages that everybody may read and that show it, or lead to it."""
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id=str(pk),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    above = Substr(OuterRef("path"), 1, Length("page__path"))
    closed = PageViewRestriction.objects.filter(page__path=above)
    pages = uses.annotate(page=Cast("object_id", IntegerField())).values("page")
    return Page.objects.live().filter(~Exists(closed), pk__in=pages)


def may_fetch(request: HttpRequest, model: type[Model], pk: int) -> bool:
    """What is not public: for whoever may choose or change it, and for who has been let in to read a draft with it."""
    if request.session.get(IN_SESSION, {}).get(_mark(model, pk), 0) > time.time():
        return True
    return request.user.is_authenticated and may_choose(request.user, model, pk)


def may_choose(user, model: type[Model], pk: int) -> bool:
    """The user may do something with it: it belongs to a municipality of theirs, or they are the desk."""
    thing = model._default_manager.filter(pk=pk).first()
    policy = policy_registry.get_by_type(model)
    return thing is not None and policy.user_has_any_permission_for_instance(user, ANY_RIGHT, thing)


def allow_in_session(request: HttpRequest, page: Page) -> None:
    """Let this browser fetch the pictures and files of `page` for half an hour, though they are not public.

    For a reader with a secret link to a draft: call it each time the draft is shown, with the page as shown, such as
    `page.get_latest_revision_as_object()`. A link that is revoked lets nobody in again, and the half hour runs out.
    """
    now = time.time()
    kept = {mark: until for mark, until in request.session.get(IN_SESSION, {}).items() if until > now}
    shown = {_mark(model, int(key)): now + READING_TIME for model, key in references_of(page) if model in FILES}
    if shown:  # else nobody needs a session
        request.session[IN_SESSION] = kept | shown


def _mark(model: type[Model], pk: int) -> str:
    return f"{model._meta.label_lower}:{pk}"
