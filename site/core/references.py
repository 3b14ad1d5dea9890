"""Which pictures, files and pages something points at: in fields, blocks, running text and rows of its own."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex

type Reference = tuple[type[Model], str]


def references_of(thing: Model) -> set[Reference]:
    """What `thing` points at as it is in memory, saved or not: model and primary key."""
    found = ReferenceIndex._extract_references_from_object(thing)
    return {(_model(kind), key) for kind, key, *_where in found}


def _model(kind: int) -> type[Model]:
    model = ContentType.objects.get_for_id(kind).model_class()
    assert model is not None, "a reference leads to a model that is installed"  # noqa: S101 (for the type)
    return model
