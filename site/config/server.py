"""Gunicorn's settings: `gunicorn -c site/config/server.py config.wsgi`.

There is no access log here: a proxy in front writes one, and must leave out the addresses that hold secret links.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from config import env  # noqa: E402 (the path comes first)
from config.logs import logging_config  # noqa: E402

wsgi_app = "config.wsgi"
bind = "127.0.0.1:8000"
worker_class = "gthread"
workers = env.number("UDVIKLINGSRUM_PROCESSES", 2)
threads = env.number("UDVIKLINGSRUM_THREADS", 8)
preload_app = True  # what cannot start says so once, at once
timeout = 60
graceful_timeout = 10
accesslog = None
control_socket_disable = True
logconfig_dict = logging_config(env.choice("UDVIKLINGSRUM_LOG_LEVEL", env.LOG_LEVELS, "INFO"))
