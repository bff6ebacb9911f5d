"""What a server of pages calls: Django, with the database opened once per process."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, datetime

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.web.settings")

from django.core.wsgi import get_wsgi_application

from giaoban import config, flow

application = get_wsgi_application()
flow.open_house(os_user=getpass.getuser(), at=datetime.now(UTC), home=config.load().home)
