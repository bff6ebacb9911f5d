"""Django's settings, made from the deployment's own (`giaoban.config`); nothing is read or made on disk but `giaoban.toml`."""

from __future__ import annotations

from django.utils.functional import lazy

from giaoban import config
from giaoban.store.address import database
from giaoban.store.sqlite import swap_in

CONFIG = config.load()
swap_in()  # before anything of Django asks for sqlite3

DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.hosts)
SECRET_KEY = lazy(lambda: config.secret_key(CONFIG), str)()  # the file is made when somebody first signs something

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "giaoban.store",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "giaoban.web.urls"

DATABASES = {"default": database(CONFIG.database_url, pool=CONFIG.database_pool)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "store.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = CONFIG.upload_mb * 1024 * 1024
