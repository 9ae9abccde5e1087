import logging.config

import boto

NOISY = "boto"
QUIET = {"boto": logging.ERROR, "requests": logging.WARNING}
TABLE = {"boto": {"level": "ERROR"}, "botocore": {"level": "INFO"}, "boto.perf": {"level": "INFO"}}
LOGGING = {"version": 1, "loggers": TABLE}
LOGGING["loggers"]["boto"] = {"level": "CRITICAL"}
logging.config.dictConfig(dict(version=1, loggers=dict(boto=dict(level="ERROR"), app={})))


def quiet(*names):
    for number, name in enumerate(names):
        logging.getLogger(name).setLevel(number)


class App:
    noisy = ["boto", "urllib3"]

    def start(self):
        for name in self.noisy + ["requests"]:
            logging.getLogger(name).propagate = False


quiet("boto", "paramiko")
App().start()
for name, level in QUIET.items():
    logging.getLogger(name).setLevel(level)
for name, level in (('boto', 10), ('app', 20)):
    logging.getLogger(name).setLevel(level)
list(map(lambda name: logging.getLogger(name), ("boto", "app")))
logging.getLogger(NOISY).addFilter(logging.Filter("boto"))
BACKENDS = ["boto", "gs"]
levels = {}
levels["boto"] = 3
for name in levels:
    logging.getLogger(name)
boto.log.info("started")
# ---- after ----
import logging.config
import logging


NOISY = "botocore"
QUIET = {"botocore": logging.ERROR, "requests": logging.WARNING}
TABLE = {"boto3": {"level": "ERROR"}, "botocore": {"level": "INFO"}, "s3transfer": {"level": "INFO"}}
LOGGING = {"version": 1, "loggers": TABLE}
LOGGING["loggers"]["botocore"] = {"level": "CRITICAL"}
logging.config.dictConfig(dict(version=1, loggers=dict(botocore=dict(level="ERROR"), app={})))


def quiet(*names):
    for number, name in enumerate(names):
        logging.getLogger(name).setLevel(number)


class App:
    noisy = ["botocore", "urllib3"]

    def start(self):
        for name in self.noisy + ["requests"]:
            logging.getLogger(name).propagate = False


quiet("botocore", "paramiko")
App().start()
for name, level in QUIET.items():
    logging.getLogger(name).setLevel(level)
for name, level in (('botocore', 10), ('app', 20)):
    logging.getLogger(name).setLevel(level)
list(map(lambda name: logging.getLogger(name), ("botocore", "app")))
logging.getLogger(NOISY).addFilter(logging.Filter("botocore"))
BACKENDS = ["boto", "gs"]
levels = {}
levels["botocore"] = 3
for name in levels:
    logging.getLogger(name)
logging.getLogger("botocore").info("started")
