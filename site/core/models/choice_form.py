"""What is put into a page must be one's own to choose. Wagtail's choosers ask so, its forms do not."""

import logging
from typing import Any

from django.db.models import ForeignKey, Model
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.models.files import SiteDocument, SitePicture
from core.references import Reference, references_of

CHOSEN = (SitePicture, SiteDocument, Page)

log = logging.getLogger(__name__)


class ForeignChoice(Exception):
    """Somebody sent the number of a picture, a file or a page that no chooser of theirs could have given them.

    Not an error of the form: shown again, it would tell the title of what was guessed at.
    """


class OwnChoicesForm(WagtailAdminPageForm):
    """The form of every page (core.checks sees to it). Raises ForeignChoice.

    What the page points at already may stay, whoever put it there.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.already_there = references_of(self.instance) if self.is_bound and self.instance.pk else set()

    def is_valid(self):
        if self.is_bound and self.for_user is not None:
            self.refuse_foreign(self.for_user)
        return super().is_valid()

    def refuse_foreign(self, user) -> None:
        sent = _sent(self)
        for formset in self.formsets.values():
            for form in formset.forms:
                sent |= _sent(form)
        for model in CHOSEN:
            keys = {key for kind, key in sent - self.already_there if issubclass(kind, model)}
            if keys and _foreign(user, model, keys):
                log.warning("refused to account %s: a %s of others", user.pk, model._meta.model_name)
                raise ForeignChoice


def _sent(form) -> set[Reference]:
    """What the form was sent, whether or not it holds: what is refused would be shown again beside the error."""
    found: set[Reference] = set()
    for name, field in form.fields.items():
        stored = _model_field(form, name)
        value = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name)) if stored else None
        if value and isinstance(stored, ForeignKey):
            found.add((stored.related_model, str(value)))
        elif value and hasattr(stored, "extract_references"):
            found |= {(model, key) for model, key, *_where in stored.extract_references(value)}
    return found


def _model_field(form, name: str) -> Any:
    return next((field for field in form._meta.model._meta.get_fields() if field.name == name), None)


def _foreign(user, model: type[Model], keys: set[str]) -> bool:
    """Some of these exist and are not the user's to choose. A page may be linked to by anyone once it is published."""
    there = model._default_manager.filter(pk__in=[int(key) for key in keys if key.isdecimal() and len(key) < 19])
    if model is Page:
        there = there.filter(live=False)
        own = policy_registry.get_by_type(Page).explorable_instances(user) if there else there
    else:
        own = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose"])
    return there.exclude(pk__in=own.values("pk")).exists()
