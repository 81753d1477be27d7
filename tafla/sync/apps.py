from importlib import import_module

from django.apps import AppConfig
from django.core.signals import request_started
from django.db.backends.signals import connection_created

from tafla.sync import db


class SyncConfig(AppConfig):
    name = "tafla.sync"
    label = "sync"

    def ready(self) -> None:
        """Declare undo and redo, and watch the database's file."""
        import_module("tafla.sync.undo")
        connection_created.connect(db.remember_file, dispatch_uid="sync.remember_file")
        connection_created.connect(db.compile_nothing, dispatch_uid="sync.compile_nothing")
        request_started.connect(db.leave_moved_file, dispatch_uid="sync.leave_moved_file")
