from django.apps import apps
from django.utils.translation import gettext as _

from core.models.choice_form import OwnChoicesForm

PRINTED = {"title", "slug", "lead", "foreword", "foreword_by", "colophon"}


class EditionForm(OwnChoicesForm):
    """An edition holds what everybody may read. One that is published does not change: others have it on paper."""

    def clean(self):
        cleaned = super().clean()
        if self.is_frozen():
            self.refuse_changes()
        else:
            self.refuse_what_is_not_public()
            if not self.is_deferred_validation:
                self.refuse_gaps(cleaned)
        return cleaned

    def is_frozen(self) -> bool:
        frozen = apps.get_model("catalogue.FrozenEdition")
        return bool(self.instance.pk) and frozen.objects.filter(page=self.instance.pk).exists()

    def refuse_changes(self) -> None:
        if PRINTED & set(self.changed_data) or self.formsets["chapters"].has_changed():
            self.add_error(None, _("This edition is published and does not change. Make a new edition instead."))

    def refuse_what_is_not_public(self) -> None:
        chosen = {story.pk: story.title for story in self.chosen()}
        public = apps.get_model("catalogue.StoryPage").objects.live_public().filter(pk__in=chosen)
        for gone in chosen.keys() - set(public.values_list("pk", flat=True)):
            told = _("%(title)s is not published, or has been withdrawn. Choose another story.")
            self.add_error(None, told % {"title": chosen[gone]})

    def refuse_gaps(self, cleaned) -> None:
        if not cleaned.get("foreword"):
            self.add_error("foreword", _("An edition needs a foreword before it is published."))
        if not self.chosen():
            self.add_error(None, _("An edition needs a story before it is published."))

    def chosen(self) -> list:
        """The stories chosen in the form, those to be taken out again left out."""
        told = [form.cleaned_data for form in self.formsets["chapters"].forms if form.is_valid()]
        return [row["story"] for row in told if row.get("story") and not row.get("DELETE")]
