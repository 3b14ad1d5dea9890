from itertools import count

from core.models.choice_form import OwnChoicesForm


class SourcedPageForm(OwnChoicesForm):
    """For a page with `sources`: one that nobody gave a short name gets the first free number."""

    def clean(self):
        self.name_sources()
        return super().clean()

    def name_sources(self):
        rows = [row for row in self.written("sources") if not row.cleaned_data.get("DELETE")]
        taken = {row.cleaned_data.get("key") for row in rows}
        free = (str(number) for number in count(1) if str(number) not in taken)
        for row in rows:
            if not row.cleaned_data.get("key"):
                row.cleaned_data["key"] = row.instance.key = next(free)

    def written(self, name):
        """The child forms somebody wrote in, as far as they hold."""
        forms = self.formsets[name].forms if name in self.formsets else []
        return [form for form in forms if form.is_valid() and form.cleaned_data]
