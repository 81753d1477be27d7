"""A live process with less patience, so that a test need not wait for a minute: with argument `pings` it
pings often, with `pipes` it gives up soon on lines that take nothing.
"""

import sys

import uvicorn

from tafla.core.settings import Settings
from tafla.project import live

_config = live.server_config


def impatient(settings: Settings) -> uvicorn.Config:
    config = _config(settings)
    if "pings" in sys.argv:
        config.ws_ping_interval = config.ws_ping_timeout = 1.0
    return config


if __name__ == "__main__":
    live.server_config = impatient
    live.GONE_AFTER_MS = 1_000 if "pipes" in sys.argv else live.GONE_AFTER_MS
    sys.exit(live.main([]))
