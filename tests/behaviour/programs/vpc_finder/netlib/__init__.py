from .lookup import find_one, find_subnets, group_in
from .connect import vpc_connection

__all__ = ['find_one', 'find_subnets', 'group_in', 'vpc_connection']
