"""Spot requests: price history as numbers, bids with full launch specifications, states, tags and cancelling."""
import base64
import optparse

from bidder import SpotBidder


def row(r):
    spec = r.launch_specification
    return '%s %s %.4f %s %s key=%s groups=%s' % (r.state, r.type, r.price, spec.instance_type, spec.image_id == 'ami-5e8c0000',
                                                  spec.key_name, len(spec.groups))


def main():
    parser = optparse.OptionParser()
    parser.add_option('--region', default='us-east-1')
    parser.add_option('--image', default='ami-5e8c0000')
    opts, _ = parser.parse_args()
    bidder = SpotBidder(opts)
    history = bidder.prices()
    print(len(history), sorted(set((h.instance_type, h.availability_zone) for h in history)))
    cheapest = bidder.best()
    print(cheapest.price, cheapest.price < 0.5, cheapest.instance_type, cheapest.product_description,
          cheapest.timestamp[:10], '%.5f' % (sum(h.price for h in history) / len(history)))
    print('by type', len(bidder.prices('c3.large')), 'bid', bidder.bid(3))
    ec2 = bidder.ec2
    ec2.create_key_pair('spot')
    ec2.create_security_group('spotters', 'spot group')

    first = bidder.request(2, key_name='spot', security_groups=['spotters'], script=b'#!/bin/sh\necho spot\n',
                           placement='us-east-1b', launch_group='lg')
    print(len(first), [row(r) for r in first])
    bidder.request(type='persistent', instance_type='c3.large', disk=30, monitoring_enabled=True)
    current = bidder.fulfilled()
    for r in sorted(current, key=lambda r: (r.type, r.launch_specification.instance_type)):
        print(row(r), r.status.code, bool(r.instance_id), r.fault, r.launch_group, r.create_time[4], r.product_description)
    instances = ec2.get_only_instances([r.instance_id for r in current if r.instance_id])
    print(sorted((i.instance_type, i.placement, i.key_name, bool(i.spot_instance_request_id)) for i in instances))
    ids = dict((r.id, r) for r in current)
    print(all(i.spot_instance_request_id in ids for i in instances))
    mine = [i for i in instances if i.key_name == 'spot'][0]
    print(base64.b64decode(mine.get_attribute('userData')['userData'] or b''))
    current[0].add_tag('Owner', 'batch')
    print(current[0].tags, [r.tags for r in ec2.get_all_spot_instance_requests(filters={'tag:Owner': 'batch'})])
    print(len(ec2.get_all_spot_instance_requests(filters={'state': 'active'})),
          len(ec2.get_all_spot_instance_requests(filters={'spot_instance_request_id': current[0].id})))
    current[0].cancel()
    cancelled = ec2.cancel_spot_instance_requests([r.id for r in current[1:]])
    print(len(cancelled), sorted(set(c.state for c in cancelled)), [r.state for r in ec2.get_all_spot_instance_requests()])
    print(len(ec2.terminate_instances([i.id for i in instances])))


if __name__ == '__main__':
    main()
