"""What a rush must have come to, and its figures."""

from collections import Counter

from events.management.rush.clients import Rush


def faults(rush: Rush, counted: dict, *, seats: int) -> list[str]:
    """Everything that is not as it must be. An empty list is a good run."""
    waiting = rush.people - seats
    expected = {
        "registered": seats,
        "waiting": waiting,
        "seats_held": seats,
        "people": rush.people,
        "tickets_without_gaps": True,
        "mails": rush.people,
        "one_mail_each": True,
    }
    found = [f"{name}: {counted[name]}, not {value}" for name, value in expected.items() if counted[name] != value]
    statuses = Counter(click.status for clicks in rush.clicks.values() for click in clicks)
    found += [f"{number} answers with status {status}" for status, number in sorted(statuses.items()) if status != 302]
    if len(rush.clicks) < rush.people:
        found.append(f"{rush.people - len(rush.clicks)} people had no turn in time")
    torn = sum(len({click.place for click in clicks}) > 1 for clicks in rush.clicks.values())
    return found + ([f"{torn} double clicks led to two places"] if torn else [])


def figures(rush: Rush, seconds: float) -> str:
    times = sorted(click.seconds for clicks in rush.clicks.values() for click in clicks)

    def percentile(part: float) -> str:
        return f"{times[min(int(len(times) * part), len(times) - 1)] * 1000:.0f} ms"

    return (
        f"{len(times)} clicks of {len(rush.clicks)} people by {rush.clients} clients in {seconds:.1f} s: "
        f"{len(rush.clicks) / seconds:.0f} people a second. Answer to a click: "
        f"p50 {percentile(0.5)}, p95 {percentile(0.95)}, p99 {percentile(0.99)}, slowest {percentile(1)}."
    )
