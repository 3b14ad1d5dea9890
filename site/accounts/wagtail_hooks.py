from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accounts.rules import is_administrator
from accounts.views.matrix import MatrixView


class AdministratorsMenuItem(MenuItem):
    def is_shown(self, request):
        return is_administrator(request.user)


@hooks.register("register_admin_urls")
def permission_matrix_url():
    return [path("rettigheder/", MatrixView.as_view(), name="permission_matrix")]


@hooks.register("register_settings_menu_item")
def permission_matrix_menu_item():
    where = reverse_lazy("permission_matrix")
    return AdministratorsMenuItem(_("Who may do what"), where, name="permission-matrix", icon_name="key", order=1000)
