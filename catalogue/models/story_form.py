from django.utils.translation import gettext as _

from catalogue.models.wording import readable_slug
from catalogue.validators import publication_gaps
from core.models.source_form import SourcedPageForm


class StoryForm(SourcedPageForm):
    """A half-filled story saves as a draft. Asked to publish or submit, the form names every gap at its field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        return readable_slug(self.cleaned_data["slug"] or self.cleaned_data.get("title", ""))

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self.refuse_gaps(cleaned | {name: self.rows(name) for name in ("themes", "profession_rows")})
        return cleaned

    def refuse_gaps(self, told):
        gaps = publication_gaps(told | {"sources": [row["key"] for row in self.rows("sources")]})
        for gap in gaps:
            message = _("Missing: %(gap)s.") % {"gap": gap.name}
            if gap.field in self.fields:
                self.add_error(gap.field, message)
            elif gap.field in self.formsets:
                self.formsets[gap.field].non_form_errors().append(message)
        if gaps:
            names = "; ".join(gap.name for gap in gaps)
            self.add_error(None, _("The story cannot be published yet. Missing: %(gaps)s.") % {"gaps": names})

    def rows(self, name):
        """What is written in the child forms, those to be deleted left out."""
        told = [form.cleaned_data for form in self.written(name)]
        return [row for row in told if not row.get("DELETE")]
