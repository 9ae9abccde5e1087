from deployer.context import Context
from deployer import stages

__all__ = ['Context', 'stages']
