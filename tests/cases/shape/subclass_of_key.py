import boto
from boto.s3.key import Key


class Document(Key):
    def title(self):
        return self.name.title()


bucket = boto.connect_s3().get_bucket('docs', validate=False)
print(Document(bucket, 'a'))
# ---- after ----
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.key import Key


# TODO(boto3ify): subclass there is no class to inherit from on boto3; hold the object in an attribute instead, and ask that
class Document(Key):
    def title(self):
        return self.name.title()


bucket = 'docs'
print(Document(bucket, 'a'))
