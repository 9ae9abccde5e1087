import boto.ec2


class Fleet(list):
    def __init__(self, conn, **filters):
        list.__init__(self, conn.get_only_instances(filters=filters))
        self.conn, self.filters = conn, filters

    def again(self):
        return Fleet(self.conn, **self.filters)

    def lines(self):
        return ["%s %s" % (i.id, i.state) for i in sorted(self, key=lambda i: i.launch_time)]


class Volumes(dict):
    def __init__(self, conn):
        super(Volumes, self).__init__((v.id, v) for v in conn.get_all_volumes())

    def __setitem__(self, name, volume):
        super(Volumes, self).__setitem__(name, volume)

    def sizes(self):
        return [v.size for v in self.values()]


def name_of(image_id, conn):
    image = conn.get_image(image_id)
    name = image and image.name
    return name.lower() if name else None


conn = boto.ec2.connect_to_region("eu-west-1")
fleet = Fleet(conn, vpc_id="vpc-1")
print(fleet.again().lines(), Volumes(conn).sizes(), name_of("ami-1", conn))
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _filters, _iso_z, _instances, _get_image

class Fleet(list):
    def __init__(self, conn, **filters):
        list.__init__(self, _instances(
            conn.get_paginator("describe_instances").paginate(Filters=_filters(filters)).build_full_result()["Reservations"]
        ))
        self.conn, self.filters = conn, filters

    def again(self):
        return Fleet(self.conn, **self.filters)

    def lines(self):
        return ["%s %s" % (i["InstanceId"], i["State"]["Name"]) for i in sorted(self, key=lambda i: _iso_z(i["LaunchTime"]))]


class Volumes(dict):
    def __init__(self, conn):
        super(Volumes, self).__init__((v["VolumeId"], v) for v in conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"])

    def __setitem__(self, name, volume):
        super(Volumes, self).__setitem__(name, volume)

    def sizes(self):
        return [v["Size"] for v in self.values()]


def name_of(image_id, conn):
    image = _get_image(conn, image_id)
    name = image and image.get("Name")
    return name.lower() if name else None


conn = boto3.client("ec2", region_name="eu-west-1", config=EC2_CONFIG)
fleet = Fleet(conn, vpc_id="vpc-1")
print(fleet.again().lines(), Volumes(conn).sizes(), name_of("ami-1", conn))
