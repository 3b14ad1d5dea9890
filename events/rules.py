"""Who may do what at an event. Named questions, asked before anything is shown or changed (MATRIX rows 18 to 24)."""

from typing import Any

from wagtail.models import PagePermissionTester

from accounts.rules import Visitor, is_administrator, is_known, second_factor_for, works_at_desk
from events.enums import StaffRole

type Event = Any  # models stand above rules, so the model cannot be named here


def has_post(user: Visitor, event: Event, role: StaffRole) -> bool:
    return is_known(user) and event.staff.filter(user=user, role=role).exists()


@second_factor_for
def organises_something(user: Visitor) -> bool:
    """Reads strangers' addresses and what they eat, at one event or another."""
    return is_known(user) and user.event_posts.filter(role=StaffRole.ORGANISER).exists()


def may_organise(user: Visitor, event: Event) -> bool:
    """Change seats, register and cancel for others, download the list."""
    return has_post(user, event, StaffRole.ORGANISER)


def may_read_registrations(user: Visitor, event: Event) -> bool:
    """See addresses, the queue, offers and failed mails. An administrator reads, and changes nothing."""
    return is_administrator(user) or may_organise(user, event)


def may_check_in(user: Visitor, event: Event) -> bool:
    """See who has a seat, by name and workplace, on the day."""
    return may_organise(user, event) or (event.is_on_the_day and has_post(user, event, StaffRole.CHECKIN))


class EventPagePermissions(PagePermissionTester):
    """An organiser writes and publishes the page of her event. To withdraw, close or double it is the desk's: people
    hold seats there, and the links in their mails lead to it."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return works_at_desk(self.user) and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return works_at_desk(self.user) and super().can_unpublish()

    def can_copy(self) -> bool:
        return works_at_desk(self.user) and super().can_copy()

    def can_set_view_restrictions(self) -> bool:
        return works_at_desk(self.user) and super().can_set_view_restrictions()
