"""Settings shared by every way of running the site. The environment is read through `config.env` only."""

from pathlib import Path

from django.utils.csp import CSP

from config import env
from config.logs import logging_config

env.refuse_unknown_names()

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.text("UDVIKLINGSRUM_VAR", str(ROOT / "var"))).resolve()
VAR.mkdir(parents=True, exist_ok=True)  # SQLite makes its file, not its folder
BASE_URL = env.address("UDVIKLINGSRUM_BASE_URL", "http://127.0.0.1:8000")

INSTALLED_APPS = [
    "demo",
    "home",
    "search",
    "events",
    "catalogue",
    "rooms",
    "notifications",
    "accounts",
    "core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.apps.PeopleConfig",  # wagtail.users, with our own forms
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "core.reference.ReferenceMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "core.middleware.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.ErrorPageMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.VisitMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "accounts.middleware.AdminDoorMiddleware",
    "catalogue.middleware.AdminWallMiddleware",
    "core.middleware.SiteFromCacheMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}")}
CACHES = {
    "default": env.cache("CACHE_URL"),
    # Small things every request needs (the site record, the menu): a minute old at most in another process.
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "local", "TIMEOUT": 60},
    # Parts of public pages that are the same for every reader (catalogue.story_rows).
    "fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "fragments",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 60,
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# Language and time: the site speaks Danish, the code English.
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk")]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [
    ROOT / "site" / "core" / "locale",
    ROOT / "site" / "core" / "locale_wagtail",  # Wagtail brings 17 % of its own Danish: this is all of it
    ROOT / "site" / "core" / "locale_allauth",  # allauth's is whole but stiff
]

# Files: state lives in VAR, and what is private never under MEDIA_ROOT.
STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
PRIVATE_ROOT = VAR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Mail
DEFAULT_FROM_EMAIL = env.mail_address("UDVIKLINGSRUM_FROM_EMAIL", "Udviklingsrummet <udviklingsrummet@demo.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CONTACT_EMAIL = env.mail_address("UDVIKLINGSRUM_CONTACT_EMAIL", "redaktoer@demo.example")
MAIL_ROOT = VAR / "mail"
# The outbox stands above accounts, which reach it through these two names only (accounts/mails.py).
MAIL_QUEUE = "notifications.domain.outbox.queue_mail"
MAIL_FAILURES = "notifications.domain.outbox.keys_of_failed"

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.EntitledBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/min-kommune/"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account comes by invitation, which proves the address
ACCOUNT_CHANGE_EMAIL = True  # one address each; a new one counts when the link sent to it has been followed
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # a short mail, so that nobody can tell an address we know from one we do not
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {  # beside allauth's own: per client's address (ip), and per typed address or account (key)
    "login": "60/m/ip",  # a whole town hall may have one address
    "login_failed": "30/5m/ip,5/5m/key",  # passwords, authenticator codes and recovery codes
    "request_login_code": "30/5m/ip,5/h/key,10/d/key",
    "reset_password": "30/5m/ip,5/h/key,10/d/key",
    "useful": "30/h/ip",  # not allauth's: answers to whether a page was of use (home.views.useful)
}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = False  # it mails those with an account only; asking anew mails everybody
MFA_REQUIRED = env.flag("UDVIKLINGSRUM_MFA_REQUIRED", False)  # of whom: accounts.rules. Yes in production
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts come by invitation; a change of address waiting is no reason to wait here
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "accounts.forms.AddKeyForm", "edit_webauthn": "accounts.forms.EditKeyForm"}
MFA_TOTP_ISSUER = "Udviklingsrummet"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = BASE_URL.startswith("http://")  # on one's own machine only
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Wagtail
WAGTAIL_SITE_NAME = "Udviklingsrummet"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # else everybody chooses among 600, in English
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILIMAGES_IMAGE_MODEL = "core.SitePicture"
WAGTAILIMAGES_EXTENSIONS = ["gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.forms.DocumentForm"
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}  # who may fetch a file is core.fetching's to say
FILE_UPLOAD_HANDLERS = [
    "core.uploads.StopAtLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# A password that goes from hand to hand is nobody's. What is not for all is for those who sign in.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_AUTOSAVE_INTERVAL = 1500  # milliseconds after the last key: each is a form checked and a draft written
WAGTAIL_FINISH_WORKFLOW_ACTION = "catalogue.workflow_finish.publish_approved"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "danish"}}

# Headers. Public pages carry no inline script or style at all; /admin/ has its own policy (core.middleware).
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "frame-src": [CSP.SELF],  # our own page with a video player, which has its own policy
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "core.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 8 * 3600  # after the last click, give or take five minutes; seven days at most (accounts.visits)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = logging_config(env.choice("UDVIKLINGSRUM_LOG_LEVEL", env.LOG_LEVELS, "INFO"))

# The seat lock is only ever switched off by the load test's control run, which must then fail (make load-seats).
SEAT_LOCK = env.flag("UDVIKLINGSRUM_SEAT_LOCK", True)
if not SEAT_LOCK and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # On SQLite the lock is that a transaction takes the writer's place when it begins: here only when it writes.
    DATABASES["default"]["OPTIONS"]["transaction_mode"] = "DEFERRED"
