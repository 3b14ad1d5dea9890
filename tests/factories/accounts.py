import factory

from accounts.models import Municipality, User


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
