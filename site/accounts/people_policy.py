from wagtail.permission_policies import ModelPermissionPolicy


class PeoplePolicy(ModelPermissionPolicy):
    """In the admin people are changed. They come by invitation, and whoever leaves is disabled: the texts stay."""

    def user_has_permission(self, user, action):
        return action == "change" and super().user_has_permission(user, action)
