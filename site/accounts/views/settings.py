from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import account
from wagtail.admin.views.account import AccountView
from wagtail.users.models import UserProfile

from accounts.forms import CommentMailsForm, NameForm


class NamePanel(account.NameEmailSettingsPanel):
    form_class = NameForm


class CommentMailsPanel(account.NotificationsSettingsPanel):
    title = _("Mails")
    tab = account.profile_tab
    order = 200
    form_class = CommentMailsForm


@method_decorator(require_admin_access, name="dispatch")
class PersonalSettings(AccountView):
    """What one chooses for oneself in the editor. Password, e-mail and the rest of the account are under /konto/."""

    def get_panels(self):
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        panels = (NamePanel, CommentMailsPanel, account.ThemeSettingsPanel)
        return [panel(self.request, user, profile) for panel in panels]
