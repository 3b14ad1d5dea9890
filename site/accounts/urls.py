"""Invitations, the people of a municipality, the log; and the doors of Wagtail and Django that lead to allauth's.

Allauth's own addresses are under /konto/.
"""

from allauth.account.views import logout
from django.urls import path, re_path

from accounts.views import (
    colleagues,
    desk,
    doors,
    invitation,
    log,
    municipality_people,
    own_sign_in,
    second_factor,
    sign_in_settings,
)
from accounts.views.settings import PersonalSettings

app_name = "accounts"
urlpatterns = [
    path("admin/login/", doors.to_sign_in, name="admin_login"),
    path("admin/logout/", logout, name="admin_logout"),
    path("admin/account/", PersonalSettings.as_view(), name="admin_account"),  # in the place of Wagtail's
    re_path(r"^admin/password_reset/(?P<rest>.*)$", doors.to_password_reset, name="admin_password_reset"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("invitation/<str:token>/ny/", invitation.ask_for_new, name="ask_for_new"),
    path("min-kommune/folk/", desk.desk_people, name="desk_people"),
    path("min-kommune/folk/inviter/", desk.desk_invite, name="desk_invite"),
    path("min-kommune/folk/<int:pk>/igen/", desk.desk_invite_again, name="desk_invite_again"),
    path("min-kommune/folk/<int:pk>/traek-tilbage/", desk.desk_withdraw, name="desk_withdraw"),
    path("min-kommune/log/", log.whole_log, name="whole_log"),
    path("min-kommune/<slug:slug>/log/", log.municipality_log, name="log"),
    path("min-kommune/<slug:slug>/kolleger/", municipality_people.people, name="people"),
    path("min-kommune/<slug:slug>/kolleger/inviter/", municipality_people.invite_one, name="invite"),
    path("min-kommune/<slug:slug>/kolleger/inviter-flere/", municipality_people.invite_pasted, name="invite_pasted"),
    path("min-kommune/<slug:slug>/invitationer/<int:pk>/igen/", municipality_people.invite_again, name="invite_again"),
    path(
        "min-kommune/<slug:slug>/invitationer/<int:pk>/traek-tilbage/",
        municipality_people.withdraw_invitation,
        name="withdraw",
    ),
    path("min-kommune/<slug:slug>/kolleger/<int:pk>/", colleagues.colleague, name="colleague"),
    path("min-kommune/<slug:slug>/kolleger/<int:pk>/rolle/", colleagues.give_role, name="give_role"),
    path("min-kommune/<slug:slug>/kolleger/<int:pk>/luk/", colleagues.close_account, name="close_account"),
    path("min-kommune/<slug:slug>/kolleger/<int:pk>/aabn/", colleagues.open_account, name="open_account"),
    path("min-kommune/<slug:slug>/login/", sign_in_settings.sign_in_settings, name="sign_in_settings"),
    path("min-kommune/<slug:slug>/login/domaene/", sign_in_settings.allow, name="allow_domain"),
    path("min-kommune/<slug:slug>/login/fjern/", sign_in_settings.remove, name="remove_sign_in"),
    path("konto/kommune/<slug:slug>/", own_sign_in.own_sign_in, name="own_sign_in"),
    path("konto/kommune/<slug:slug>/tilbage/", own_sign_in.back, name="own_sign_in_back"),
    path("konto/ekstra-trin/", second_factor.second_factor, name="second_factor"),
    path("konto/log-ud-alle-steder/", second_factor.sign_out_everywhere, name="sign_out_everywhere"),
    path("_util/login/", doors.to_sign_in, name="frontend_login"),
]
