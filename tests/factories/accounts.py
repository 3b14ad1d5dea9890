from datetime import timedelta

import factory
from django.utils import timezone

from accounts.domain.invitations import hashed
from accounts.enums import Role
from accounts.models import Invitation, Municipality, User


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@demo.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("udviklingsrum-demo")


class MunicipalityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Municipality
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"{9000 + n:04}")
    name = factory.Sequence(lambda n: f"Prøveby {n}")
    official_name = factory.LazyAttribute(lambda m: f"{m.name} Kommune")
    slug = factory.Sequence(lambda n: f"proeveby-{n}")

    class Params:
        haderslev = factory.Trait(code="0510", name="Haderslev", slug="haderslev")
        koege = factory.Trait(code="0259", name="Køge", slug="koege")


class InvitationFactory(factory.django.DjangoModelFactory):
    """An open invitation whose secret is `token`. Mails are sent by `accounts.domain.invitations.invite`."""

    class Meta:
        model = Invitation

    email = factory.Sequence(lambda n: f"inviteret{n}@demo.example")
    name = factory.Sequence(lambda n: f"Inviteret {n}")
    role = Role.CONTRIBUTOR
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda made: made.sent_at + timedelta(days=7))
    token_hash = factory.LazyAttribute(lambda made: hashed(made.token))

    class Params:
        token = factory.Sequence(lambda n: f"{n:043}")
        expired = factory.Trait(sent_at=factory.LazyFunction(lambda: timezone.now() - timedelta(days=8)))
