import os
import sys

import boto
from boto.exception import S3ResponseError
from boto.s3.key import Key

conn = boto.connect_s3()


def upload(bucket, folder):
    for name in sorted(os.listdir(folder)):
        key = Key(bucket)
        key.key = "/site/" + name
        key.set_metadata("Cache-Control", "max-age=60")
        key.set_metadata("release", "7")
        key.set_contents_from_filename(os.path.join(folder, name), policy="public-read")


def prune(bucket, wanted):
    for key in bucket.list(prefix="site/old"):
        if key.name not in wanted:
            key.delete()


def mark(bucket):
    key = bucket.get_key("site/manifest.json")
    bucket.copy_key("site/previous.json", bucket.name, key.name, metadata={"release": "6", "state": "past"})
    key.set_contents_from_string('{"release": 7}', headers={"Content-Type": "application/json"})


def remember(bucket, text):
    key = bucket.new_key("lock")
    key.set_contents_from_string(text, replace=False)
    state = bucket.get_key("state")
    print("state was", state.get_contents_as_string().decode())
    state.delete()
    print("state is", bucket.get_key("state").get_contents_as_string().decode())


def link(bucket):
    key = bucket.new_key("site/index.html")
    print("preview:", key.generate_url(600, method="GET"))


def main():
    site = conn.get_bucket("www-site")
    upload(site, "pages")
    prune(site, {"site/old-3.html"})
    mark(site)
    archive = conn.get_bucket("www-archive")
    remember(archive, "release 7")
    remember(archive, "release 8") if "--twice" in sys.argv else None
    link(site)
    print("missing:", site.get_key("site/none.html"))
    try:
        conn.get_bucket("www-elsewhere")
    except S3ResponseError as error:
        print("no bucket:", error.status)
    site.get_key("site/style.css").get_contents_to_filename("downloaded.css")


main()
