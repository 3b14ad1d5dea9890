from notifications.models.outbox import OutboxAttachment, OutboxMessage
from notifications.models.worker import ChoreTurn, Heartbeat

__all__ = ["ChoreTurn", "Heartbeat", "OutboxAttachment", "OutboxMessage"]
