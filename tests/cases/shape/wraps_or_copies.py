import boto.ec2


class MachineImage(object):
    def __init__(self, image):
        if isinstance(image, MachineImage):
            self._image = image._image
        else:
            self._image = image

    @property
    def name(self):
        return self._image.name


def images(conn):
    return [MachineImage(image) for image in conn.get_all_images(owners=["self"])]


def copy(image):
    return MachineImage(image)


for one in images(boto.ec2.connect_to_region("eu-west-1")):
    print(one.name, copy(one).name)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

class MachineImage(object):
    def __init__(self, image):
        if isinstance(image, MachineImage):
            self._image = image._image
        else:
            self._image = image

    @property
    def name(self):
        return self._image.get("Name")


def images(conn):
    return [MachineImage(image) for image in conn.get_paginator("describe_images").paginate(Owners=["self"]).build_full_result()["Images"]]


def copy(image):
    return MachineImage(image)


for one in images(boto3.client(
    "ec2", region_name="eu-west-1", config=EC2_CONFIG
)):
    print(one.name, copy(one).name)
