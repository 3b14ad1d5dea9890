"""The administrators' list of people: names, who may sign in, and the roles that belong to no municipality."""

from functools import cached_property

from wagtail.users.views import users

from accounts.forms import PersonForm


class PeopleList(users.IndexView):
    search_fields = {"name", "email"}

    @cached_property
    def columns(self):
        """Without the box for deeds on many at once: those would go past the log."""
        return super().columns[1:]


class PersonView(users.EditView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"can_delete": False}


class PeopleViewSet(users.UserViewSet):
    index_view_class = PeopleList
    edit_view_class = PersonView

    def get_form_class(self, for_update=False):
        return PersonForm
