"""Helpers in place of boto.set_file_logger and boto.init_logging."""

import logging
import logging.config

from codemods.emitted.config import _boto_config_locations


def _set_file_logger(name, filepath, level=logging.INFO, format_string=None):
    """Writes what a logger gets, from level on, to a file."""
    handler = logging.FileHandler(filepath)
    handler.setLevel(level)
    layout = format_string or "%(asctime)s %(name)s [%(levelname)s]:%(message)s"
    handler.setFormatter(logging.Formatter(layout))
    logger = logging.getLogger(name)
    logger.setLevel(level)
    logger.addHandler(handler)


def _init_logging():
    """Configures logging from boto 2's files, where they have sections for it."""
    for path in _boto_config_locations():
        try:
            logging.config.fileConfig(path)
        except Exception:
            logging.getLogger(__name__).debug("%s configures no logging", path)
