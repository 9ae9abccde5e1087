from .connection import connect, using_region
from .ops import *  # noqa
