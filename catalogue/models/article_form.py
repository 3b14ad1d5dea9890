from django.utils.translation import gettext_lazy as _

from catalogue.enums import ArticleKind
from core.models.source_form import SourcedPageForm

# What a kind of article must have before it is published: which block, and what is said when it is missing.
NEEDED = {
    ArticleKind.GRAPHIC: ("figure", _("A graphic needs a figure with its text alternative.")),
    ArticleKind.VIDEO: ("video", _("A video page needs a video.")),
    ArticleKind.RECORDING: ("video", _("A recording needs its video.")),
}


class ArticleForm(SourcedPageForm):
    """A draft may be anything. Asked to publish or submit, the form names what its kind is missing."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self.refuse_gaps(cleaned)
        return cleaned

    def refuse_gaps(self, told):
        kind, blocks = told.get("kind"), list(told.get("body") or [])
        name, missing = NEEDED.get(kind, ("", ""))
        found = [block for block in blocks if block.block_type == name]
        if name and not found:
            self.add_error("body", missing)
        if kind == ArticleKind.RECORDING and not told.get("summary"):
            self.add_error("summary", _("A recording needs its summary in up to five lines."))
        if kind == ArticleKind.RECORDING and found and not any(block.value["chapters"] for block in found):
            self.add_error("body", _("A recording needs chapters, so that one can go straight to what one wants."))
