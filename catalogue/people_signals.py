"""Accounts tell when somebody comes or goes. What waited for who has gone is then handed on."""

from django.dispatch import receiver

from accounts.signals import people_changed
from catalogue.domain.handing_on import hand_on


@receiver(people_changed, dispatch_uid="catalogue.people")
def people_came_or_went(sender, municipality=None, **kwargs):
    if municipality:
        hand_on(by=None, municipality=municipality)
