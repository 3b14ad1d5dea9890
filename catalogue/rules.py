"""Who may do what with the pages of a municipality: Wagtail's answers, less what is not a contributor's to do and
plus what is a coordinator's. Wagtail itself knows `add`, `change` and `publish` on a part of the tree and no more.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies import BasePermissionPolicy

from accounts.enums import DeskRole, Role
from accounts.rules import Visitor, is_known, works_at_desk

PATHS = "_municipality_paths"
KEPT = ("municipalitypage", "diarypage")


def municipality_paths(user: Visitor) -> dict[str, Role]:
    """Where in the tree of pages the user's open municipalities stand, with the role there. One query a request."""
    if not is_known(user):
        return {}
    if not hasattr(user, PATHS):
        opened = user.memberships.active().exclude(municipality__page=None)
        pairs = opened.values_list("municipality__page__path", "role")
        setattr(user, PATHS, {path: Role(role) for path, role in pairs})
    return getattr(user, PATHS)


def role_at(user: Visitor, page: Page) -> Role | None:
    """The user's role in the municipality that `page` belongs to."""
    return next((role for path, role in municipality_paths(user).items() if page.path.startswith(path)), None)


def belongs_to_page(user: Visitor, page: Page) -> bool:
    return role_at(user, page) is not None


def coordinates_page(user: Visitor, page: Page) -> bool:
    return role_at(user, page) == Role.COORDINATOR


def may_approve_as_coordinator(user: Visitor, page: Page, requested_by: int | None) -> bool:
    """A coordinator approves what others in the municipality wrote: not what is hers, nor what she sent in."""
    own = user.pk in (page.owner_id, requested_by)
    return coordinates_page(user, page) and not own


def may_approve_at_desk(user: Visitor) -> bool:
    return works_at_desk(user)


def may_publish_in_diary(user: Visitor, page: Page) -> bool:
    """A coordinator answers for the municipality's diary: an entry she sends in needs nobody else's yes."""
    return is_diary_entry(page) and coordinates_page(user, page)


def is_diary_entry(page: Page) -> bool:
    kind: Any = page.specific_class
    return kind is not None and kind._meta.model_name == "diaryentrypage"


def waits_in_municipality(page: Page) -> bool:
    """`page` is on its way and a coordinator has not said yes to it: she reads it, or it is being changed for her."""
    state = page.current_workflow_state
    step = state.current_task_state if state else None
    return step is not None and getattr(step.task.specific_class, "in_municipality", False)


def may_take_over(user: Visitor, page: Page, requested_by: int | None) -> bool:
    """The desk takes a coordinator's step over, but not for a text that is the editor's own."""
    return works_at_desk(user) and user.pk not in (page.owner_id, requested_by)


def may_see_way(user: Visitor, page: Page) -> bool:
    """See how far a text has come, who has read it, and through which links it is read."""
    return works_at_desk(user) or belongs_to_page(user, page)


def may_hand_on(user: Visitor, page: Page) -> bool:
    """Make a link by which others read a draft: whoever writes in the municipality it belongs to."""
    return belongs_to_page(user, page)


def may_withdraw(user: Visitor, page: Page) -> bool:
    """Delete a page or take it off the site. Of the municipality's own page and its diary the desk decides."""
    if works_at_desk(user):
        return True
    return coordinates_page(user, page) and page.specific_class._meta.model_name not in KEPT


class MunicipalityPermissions(PagePermissionTester):
    """What `user` may do with `page`, a page of a municipality."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if works_at_desk(self.user):
            return super().can_delete(ignore_bulk)
        return may_withdraw(self.user, self.page)

    def can_publish(self) -> bool:
        """Not past the coordinator who is reading it. The desk takes her step over instead, and says why."""
        return super().can_publish() and not waits_in_municipality(self.page)

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def can_unpublish(self) -> bool:
        if not self.page.live or self.page_locked():
            return False
        return super().can_unpublish() or may_withdraw(self.user, self.page)

    def can_edit(self) -> bool:
        """In the diary a contributor writes in her own entries only."""
        if self.is_others_diary_entry():
            return False
        return super().can_edit()

    def can_lock(self) -> bool:
        """Keep a text to oneself while one works on it: whoever may change it. What waits is held by the approval."""
        if super().can_lock():
            return True
        writes_here = belongs_to_page(self.user, self.page) and self.can_edit()
        return writes_here and self.page.current_workflow_task is None

    def can_unlock(self) -> bool:
        """One's own lock, and for the coordinator and the desk everybody's: who locked it may be away."""
        if not (works_at_desk(self.user) or belongs_to_page(self.user, self.page)):
            return False
        return super().can_unlock() or coordinates_page(self.user, self.page) or works_at_desk(self.user)

    def is_others_diary_entry(self) -> bool:
        if not is_diary_entry(self.page) or self.page.owner_id == self.user.pk:
            return False
        return role_at(self.user, self.page) == Role.CONTRIBUTOR


class DeskPolicy(BasePermissionPolicy):
    """What belongs to no municipality, such as the glossary: the desk's to do with as it likes, and nobody else's."""

    def user_has_permission(self, user, action):
        return works_at_desk(user)

    def users_with_any_permission(self, actions):
        at_desk = Q(is_superuser=True) | Q(groups__name=DeskRole.EDITOR)
        return get_user_model().objects.filter(at_desk, is_active=True).distinct()
