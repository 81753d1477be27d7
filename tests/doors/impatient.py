"""A live process that pings often and waits briefly, so that a test need not wait for a minute."""

import sys

import uvicorn

from tafla.core.settings import Settings
from tafla.project import live

_config = live.server_config


def impatient(settings: Settings) -> uvicorn.Config:
    config = _config(settings)
    config.ws_ping_interval = config.ws_ping_timeout = 0.3
    return config


if __name__ == "__main__":
    live.server_config = impatient
    sys.exit(live.main([]))
