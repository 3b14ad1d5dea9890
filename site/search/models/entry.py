from django.db import models
from wagtail.models import Page


class Entry(models.Model):
    """Something that anybody may find: a page, a word of the glossary, a file. One row each, and nothing closed.

    Whether it may be read is the page's: the page itself, the one a word stands on, one that leads to the file. So a
    row goes with its page, and is looked for only while that is public. `databases` adds what each database searches.
    """

    kind = models.CharField(max_length=60)  # the model's label, such as catalogue.storypage
    object_id = models.PositiveBigIntegerField()
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=255, blank=True)  # after the page's own (#…), or instead of it (/…)
    title = models.CharField(max_length=255)
    place = models.CharField(max_length=120, blank=True)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    changed_at = models.DateTimeField(null=True)
    content_mark = models.CharField(max_length=64, blank=True)  # of a file: which content was read

    title_stems = models.TextField(blank=True)
    lead_stems = models.TextField(blank=True)
    body_stems = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once")]

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A word that stands in some entry: for parts of compounds, suggestions and typing errors.

    It may outlive the last entry it stood in until the next count, so whoever shows one asks first whether it is
    still found.
    """

    stem = models.CharField(max_length=60, unique=True)
    word = models.CharField(max_length=60, db_index=True)  # folded: the shortest form that has been met
    shown = models.CharField(max_length=60)  # as it was written there
    documents = models.PositiveIntegerField(default=1)  # as of the last count

    def __str__(self) -> str:
        return self.shown
