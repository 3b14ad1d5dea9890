from django.conf import settings
from django.urls import path

from notifications.views import mailbox

app_name = "notifications"
development = [
    path("udvikling/mail/", mailbox.mailbox, name="mailbox"),
    path("udvikling/mail/<str:mail_id>/", mailbox.mail, name="mail"),
    path("udvikling/mail/<str:mail_id>/html/", mailbox.mail_html, name="mail-html"),
    path("udvikling/mail/<str:mail_id>/bilag/<int:number>/", mailbox.mail_attachment, name="mail-attachment"),
]
urlpatterns = development if settings.DEBUG else []
