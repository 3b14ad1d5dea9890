"""A text on its way, as somebody who writes or approves sees it."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page, TaskState, WorkflowState

from accounts.models import User
from accounts.rules import works_at_desk
from catalogue.domain.deadlines import AnswerBy, answer_by
from catalogue.domain.stories import gaps
from catalogue.models import DeskApproval, StoryPage
from catalogue.rules import may_approve_as_coordinator


@dataclass(frozen=True)
class Text:
    """A story or a diary entry on its way, as far as its newest draft."""

    page: Page
    workflow: WorkflowState | None
    reader: User
    place: str = ""

    @property
    def title(self) -> str:
        return self.page.draft_title or self.page.title

    @property
    def is_story(self) -> bool:
        return self.page.specific_class is StoryPage

    @property
    def is_mine(self) -> bool:
        return self.reader.pk in (self.page.owner_id, self.workflow and self.workflow.requested_by_id)

    @cached_property
    def status(self) -> str:
        """published, draft, waiting or changes: the words of components/status.html."""
        if self.workflow is None:
            return "published" if self.page.live and not self.page.has_unpublished_changes else "draft"
        return "waiting" if self.workflow.status == WorkflowState.STATUS_IN_PROGRESS else "changes"

    @property
    def step(self) -> TaskState | None:
        return self.workflow.current_task_state if self.workflow else None

    @property
    def answer_by(self) -> AnswerBy | None:
        """Until when whoever it waits for should have answered."""
        return answer_by(self.step.started_at) if self.status == "waiting" and self.step else None

    @property
    def waits_at_desk(self) -> bool:
        return bool(self.step and self.step.task.content_type_id == ContentType.objects.get_for_model(DeskApproval).pk)

    @property
    def waits_for_me(self) -> bool:
        """I may approve it, or it has come back to me."""
        if self.status == "changes":
            return self.is_mine
        if self.status != "waiting" or self.workflow is None:
            return False
        if self.waits_at_desk:
            return works_at_desk(self.reader)
        return may_approve_as_coordinator(self.reader, self.page, self.workflow.requested_by_id)

    @cached_property
    def missing(self) -> list[str]:
        """What a story lacks before it may be sent in."""
        if not self.is_story or self.page.latest_revision is None:
            return []
        # Wagtail's own way back from a revision asks eight questions a draft, none of which matter here.
        draft = StoryPage.from_serializable_data(self.page.latest_revision.content, check_fks=False)
        return [gap.name for gap in gaps(draft)]

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def way_url(self) -> str:
        return reverse("catalogue:way", args=[self.page.pk])

    @property
    def preview_url(self) -> str:
        return reverse("wagtailadmin_pages:view_draft", args=[self.page.pk])
