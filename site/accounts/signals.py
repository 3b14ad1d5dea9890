"""What accounts tell those above them, which they may not import."""

from django.dispatch import Signal

# Who may act in `municipality` has changed (None: at the desk). Sent inside the transaction of the change.
people_changed = Signal()
