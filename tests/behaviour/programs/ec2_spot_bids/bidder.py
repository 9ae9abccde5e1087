from operator import attrgetter
import time

import boto.ec2
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType


class SpotBidder:
    history_filters = {'instance-type': ['m3.medium', 'c3.large'], 'availability-zone': ['us-east-1a', 'us-east-1b']}

    def __init__(self, opts):
        self.opts = opts
        self._ec2 = None
        self.requests = []

    @property
    def ec2(self):
        if not self._ec2:
            self._ec2 = boto.ec2.connect_to_region(self.opts.region)
        return self._ec2

    def prices(self, *types):
        history = self.ec2.get_spot_price_history(filters=dict(self.history_filters))
        return [h for h in history if not types or h.instance_type in types]

    def best(self):
        offers = sorted(self.prices(), key=attrgetter('price', 'instance_type', 'availability_zone'))
        return offers[0]

    def bid(self, factor):
        top = max(p.price for p in self.prices())
        return round(top * factor + 0.01, 4)

    def request(self, count=1, **spec):
        bdm = BlockDeviceMapping()
        bdm['/dev/sda1'] = BlockDeviceType(size=spec.pop('disk', 9), delete_on_termination=True)
        found = self.ec2.request_spot_instances(
            price=self.bid(spec.pop('factor', 2)), image_id=self.opts.image, count=count,
            instance_type=spec.pop('instance_type', 'm3.medium'), user_data=spec.pop('script', None),
            block_device_map=bdm, **spec)
        self.requests.extend(found)
        return found

    def fulfilled(self):
        ids = [r.id for r in self.requests]
        while True:
            current = self.ec2.get_all_spot_instance_requests(request_ids=ids)
            if all(r.state != 'open' for r in current):
                return current
            time.sleep(0.01)
