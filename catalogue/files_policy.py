from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy


class MunicipalityFilesPolicy(CollectionOwnershipPermissionPolicy):
    """Deleting a picture or a file needs a permission of its own, which coordinators have and contributors have not.

    Wagtail lets whoever may change a file delete it as well.
    """

    def user_has_permission(self, user, action):
        if action == "delete":
            return self._check_perm(user, ["delete"])
        return super().user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if "delete" in actions and self._check_perm(user, ["delete"], collection=instance.collection):
            return True
        others = set(actions) - {"delete"}
        return bool(others) and super().user_has_any_permission_for_instance(user, others, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        if set(actions) != {"delete"}:
            return super().instances_user_has_any_permission_for(user, actions)
        if user.is_active and user.is_superuser:
            return self.model._default_manager.all()
        return self.model._default_manager.filter(collection__in=self._collections_with_perm(user, ["delete"]))
