"""The rush on the seats: 2,000 people who want 200 seats at once, over HTTP against the production server."""
