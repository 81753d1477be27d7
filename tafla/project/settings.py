"""Django's settings, made from the typed ones (tafla/core/settings.py). Nothing here reads the environment.

Django's own DEBUG stays off everywhere: its error pages show settings and tracebacks, and it keeps every
query in memory.
"""

from tafla.core.settings import load_or_exit, secret_key
from tafla.project import caching, databases, logs, mailing

tafla_settings = load_or_exit()

DEBUG = False
SECRET_KEY = secret_key(tafla_settings)
ALLOWED_HOSTS = tafla_settings.hosts
ROOT_URLCONF = "tafla.project.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The order decides templates (ours before allauth's) and which room's `ready` runs first.
INSTALLED_APPS = [
    "tafla.people",
    "tafla.sync",
    "tafla.accounts",
    "tafla.boards",
    "tafla.cards",
    "tafla.chat",
    "tafla.files",
    "tafla.notices",
    "tafla.history",
    "tafla.marks",
    "tafla.search",
    "tafla.flow",
    "tafla.views",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "tafla.project.errors.TypedErrors",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

DATABASES = {"default": databases.django_database(tafla_settings.database)}
CACHES = {"default": caching.django_cache(tafla_settings.redis_url)}
LOGGING = logs.django_logging(tafla_settings.log_level, is_debug=tafla_settings.debug)
EMAIL_BACKEND, EMAIL_SETTINGS = mailing.django_mail(tafla_settings.mail_url)
globals().update(EMAIL_SETTINGS)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = tafla_settings.mail_from

# Persons and passwords.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {
        "NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
]

# Cookies and forged requests.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = tafla_settings.is_https
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the client copies it into X-CSRFToken
CSRF_TRUSTED_ORIGINS = [tafla_settings.site]
CSRF_FAILURE_VIEW = "tafla.project.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if tafla_settings.is_https else 0
# The bridge refuses earlier and with the same figure; this is the net below it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# Sign-in (allauth, headless). Second factor, passkeys and social sign-in are further entries of
# INSTALLED_APPS.
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{tafla_settings.site}/verify-email/{{key}}",
    "account_reset_password": f"{tafla_settings.site}/forgot-password",
    "account_reset_password_from_key": f"{tafla_settings.site}/reset-password/{{key}}",
    "account_signup": f"{tafla_settings.site}/sign-up",
    "socialaccount_login_error": f"{tafla_settings.site}/sign-in",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # the router has put the true address in place (doors/guard.py)
ACCOUNT_ADAPTER = "tafla.people.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "tafla.people.forms.SignUpForm"
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 2
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Whoever knows an address can have mails sent to it: allauth's own pace, and so many an hour and a day.
ACCOUNT_RATE_LIMITS = {
    "reset_password": "20/m/ip,5/m/key,10/h/key,30/d/key",
    "confirm_email": "1/180s/key,20/d/key",
}
ACCOUNT_SESSION_REMEMBER = True
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = tafla_settings.language
LOCALE_PATHS = [databases.PACKAGE / "locale"]
