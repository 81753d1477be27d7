"""Importing this makes Django ready: for commands and tools that are no server."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafla.project.settings")
django.setup()
