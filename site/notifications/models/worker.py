from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """A sign of life from a running worker. `notifications.domain.reaper` takes back the tasks of a silent one."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return self.worker_id


class ChoreTurn(models.Model):
    """When a chore is due next. Whichever worker moves `due_at` on runs it, so that one does and not all."""

    name = models.CharField(max_length=200, primary_key=True)
    due_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
