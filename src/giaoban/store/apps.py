"""How Django knows this room: one app, called "store"."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The only database of the house."""

    name = "giaoban.store"
    label = "store"
    verbose_name = "giaoban"
    default_auto_field = "django.db.models.BigAutoField"
