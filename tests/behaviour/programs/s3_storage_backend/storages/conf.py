class Settings(object):
    """Stands in for the framework's settings object."""

    def __init__(self, **values):
        self.__dict__.update(values)

    def get(self, name, default=None):
        return getattr(self, name, default)


settings = Settings(
    AWS_STORAGE_BUCKET_NAME='media-uploads',
    AWS_HEADERS={'Cache-Control': 'max-age=600'},
    AWS_LOCATION='media',
    AWS_AUTO_CREATE_BUCKET=True,
    AWS_DEFAULT_ACL='public-read',
    AWS_QUERYSTRING_AUTH=False,
    AWS_S3_FILE_OVERWRITE=False,
)
