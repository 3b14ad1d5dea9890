"""The doors of Wagtail and Django that lead to allauth's pages. Allauth's own addresses are under /konto/."""

from allauth.account.views import logout
from django.urls import path, re_path

from accounts.views import doors
from accounts.views.settings import PersonalSettings

app_name = "accounts"
urlpatterns = [
    path("admin/login/", doors.to_sign_in, name="admin_login"),
    path("admin/logout/", logout, name="admin_logout"),
    path("admin/account/", PersonalSettings.as_view(), name="admin_account"),  # in the place of Wagtail's
    re_path(r"^admin/password_reset/(?P<rest>.*)$", doors.to_password_reset, name="admin_password_reset"),
    path("_util/login/", doors.to_sign_in, name="frontend_login"),
]
