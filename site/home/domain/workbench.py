"""What somebody who writes needs to see first: what waits for them, what they are writing, and with whom it is.

Read in a constant number of queries, however many texts, colleagues and municipalities there are.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page, Task, WorkflowState

from accounts.enums import Role
from accounts.models import Membership, User
from accounts.rules import roles, works_at_desk
from catalogue.models import CoordinatorApproval, DeskApproval, DiaryEntryPage, MunicipalityPage, StoryPage
from home.domain.texts import Text

KINDS = (StoryPage, DiaryEntryPage)
IN_WORK, PUBLISHED, IN_QUEUE = 60, 20, 60


@dataclass
class Place:
    """A municipality one belongs to, with what goes on there."""

    page: MunicipalityPage
    role: Role
    texts: list[Text] = field(default_factory=list)
    colleagues: list[Membership] = field(default_factory=list)
    form: Any = None
    may_invite: bool = False

    @property
    def municipality(self):
        return self.page.municipality

    @cached_property
    def for_me(self) -> list[Text]:
        return [text for text in self.texts if text.waits_for_me]

    @cached_property
    def ours(self) -> list[Text]:
        """The rest: mine first, then by how soon something is to be done about them."""
        order = ["draft", "changes", "waiting", "published"]
        rest = [text for text in self.texts if not text.waits_for_me]
        return sorted(rest, key=lambda text: (order.index(text.status), not text.is_mine))


def pages_of(user: User) -> QuerySet[MunicipalityPage]:
    """The pages of the open municipalities where `user` has a role, by name."""
    pages = MunicipalityPage.objects.filter(municipality__in=roles(user))
    return pages.select_related("municipality").order_by("title")


def texts_below(places: Iterable[MunicipalityPage]) -> QuerySet[Page]:
    """The stories and diary entries below the municipalities' pages, with whose they are and their newest draft."""
    below = Q(pk__in=[])
    for place in places:
        below |= Q(path__startswith=place.path)
    types = ContentType.objects.get_for_models(*KINDS).values()
    return Page.objects.filter(below, content_type__in=types).select_related("owner", "latest_revision")


def places_of(user: User) -> list[Place]:
    """The open municipalities where `user` has a role and a page to write below, by name."""
    places = [Place(page=page, role=roles(user)[page.municipality_id]) for page in pages_of(user)]
    if places:
        _add_texts(places, user)
        _add_colleagues(places, user)
    return places


def desk_queue(user: User) -> list[Text]:
    """What waits for the central desk, the oldest first. Nothing for anybody else."""
    return _waiting_at(DeskApproval, user) if works_at_desk(user) else []


def with_coordinators(user: User) -> list[Text]:
    """What waits for a coordinator somewhere, the oldest first, for the desk to take over when it has waited long."""
    return _waiting_at(CoordinatorApproval, user) if works_at_desk(user) else []


def _waiting_at(task: type[Task], user: User) -> list[Text]:
    waiting = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        current_task_state__task__content_type=ContentType.objects.get_for_model(task),
    )
    states = _with_steps(waiting.order_by("current_task_state__started_at"))[:IN_QUEUE]
    by_page = {int(state.object_id): state for state in states}
    pages = Page.objects.filter(pk__in=by_page).select_related("owner").in_bulk()
    places = _names_of_places(pages.values())
    return [Text(pages[pk], state, user, places[pk]) for pk, state in by_page.items() if pk in pages]


def _names_of_places(pages: Iterable[Page]) -> dict[int, str]:
    """For each page the name of the municipality it belongs to."""
    depth = MunicipalityPage.objects.values_list("depth", flat=True).first() or 0
    paths = {page.pk: page.path[: Page.steplen * depth] for page in pages}
    names = dict(MunicipalityPage.objects.filter(path__in=paths.values()).values_list("path", "municipality__name"))
    return {pk: names.get(path, "") for pk, path in paths.items()}


def _add_texts(places: list[Place], user: User) -> None:
    pages = texts_below([place.page for place in places])
    unfinished = Q(live=False) | Q(has_unpublished_changes=True)
    found = [*pages.filter(unfinished).order_by("-latest_revision_created_at")[:IN_WORK]]
    found += pages.exclude(unfinished).order_by("-last_published_at")[:PUBLISHED]
    states = states_of(found)
    for page in found:
        place = next(place for place in places if page.path.startswith(place.page.path))
        place.texts.append(Text(page, states.get(page.pk), user))


def _add_colleagues(places: list[Place], user: User) -> None:
    by_municipality = defaultdict(list)
    there = Membership.objects.active().shown().filter(municipality__in=[place.municipality for place in places])
    for membership in there.exclude(user=user).select_related("user").order_by("-role", "user__name"):
        by_municipality[membership.municipality_id].append(membership)
    for place in places:
        place.colleagues = by_municipality[place.municipality.pk]


def states_of(pages: Iterable[Page]) -> dict[int, WorkflowState]:
    """Where each is on its way to be approved, by its key; nothing for what is on no way."""
    keys = [str(page.pk) for page in pages]
    content_type = ContentType.objects.get_for_model(Page)
    active = WorkflowState.objects.active().filter(base_content_type=content_type, object_id__in=keys)
    return {int(state.object_id): state for state in _with_steps(active)}


def _with_steps(states):
    return states.select_related("requested_by", "current_task_state__task", "current_task_state__finished_by")
