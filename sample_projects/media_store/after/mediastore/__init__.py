"""The media library of the newsroom."""
from mediastore.errors import MediaError, MediaExists, MediaNotFound
from mediastore.storage import Storage

__version__ = '0.9.2'
__all__ = ['MediaError', 'MediaExists', 'MediaNotFound', 'Storage']
