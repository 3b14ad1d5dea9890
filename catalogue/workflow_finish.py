"""Named in WAGTAIL_FINISH_WORKFLOW_ACTION. Wagtail imports it while its own models load, so it imports none."""


def publish_approved(workflow_state, user=None):
    """Publish what all steps have said yes to.

    Whoever took the last step may lack the right to publish at will: a coordinator publishes the diary entries she
    approves, and nothing else.
    """
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)
