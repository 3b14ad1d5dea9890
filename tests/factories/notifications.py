import factory

from notifications.models import OutboxMessage


class OutboxMessageFactory(factory.django.DjangoModelFactory):
    """A row without a task, as after a crash. Mails on their way are made by `queue_mail`."""

    class Meta:
        model = OutboxMessage

    key = factory.Sequence(lambda n: f"test:{n}")
    recipient = factory.Sequence(lambda n: f"person{n}@demo.example")
    subject = "Din plads"
    text = "Du har en plads.\n"
    html = "<p>Du har en plads.</p>"
