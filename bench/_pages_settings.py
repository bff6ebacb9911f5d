"""The pages' own settings, with the plain page beside them."""

from giaoban.web.settings import *  # noqa: F403

ROOT_URLCONF = "bench._pages_site"
