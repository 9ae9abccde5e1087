import boto.pyami.config
from boto.compat import ConfigParser


class Settings(boto.pyami.config.Config):
    def __init__(self):
        ConfigParser.__init__(self, {})
# ---- after ----
from configparser import ConfigParser as _ConfigParser
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
import boto.pyami.config


# TODO(boto3ify): subclass there is no class to inherit from on boto3; hold the object in an attribute instead, and ask that
class Settings(boto.pyami.config.Config):
    def __init__(self):
        _ConfigParser.__init__(self, {})
