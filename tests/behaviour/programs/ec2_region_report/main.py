"""Several regions at once: connections in a cache, RegionInfo objects, zones, unknown names that give None."""
from collections import namedtuple
from functools import reduce

import boto
import boto.ec2
from boto.ec2.connection import EC2Connection

import regions as R

INTERESTING = ('us-east-1', 'eu-west-1', 'sa-east-1', 'ap-northeast-1')
Line = namedtuple('Line', ['region', 'instances', 'volumes', 'gigabytes', 'zones'])


def line(region):
  c = R.conn(region)
  volumes = c.get_all_volumes()
  instances = [i for r in c.get_all_instances() for i in r.instances]
  assert all(R.home(i.placement) == c.region.name for i in instances)
  return Line(c.region.name, len(instances), len(volumes), sum(v.size for v in volumes),
        ''.join(sorted(z.name[-1] for z in c.get_all_zones() if z.state == 'available')))


def first_instance(*names):
  for name in names:
    for reservation in R.conn(name).get_all_instances():
      return reservation.instances[0]
  return None


def try_region(name):
  c = R.conn(name)
  if c is None:
    return 'no region called %s' % name
  return '%s at %s' % (c.region.name, c.region.endpoint)


def main():
  names = R.known()
  print([n for n in INTERESTING if n in names], 'mars-north-1' in names, len(names) > 8)
  for name in ('us-east-1', 'eu-west-1', 'mars-north-1', 'us-west', 'us-east-1a'):
    print(try_region(name))
  rows = [line(name) for name in INTERESTING]
  for row in rows:
    print('%-15s %3d %3d %4d %s' % row)
  print(reduce(lambda a, b: a + b, (r.gigabytes for r in rows)), max(rows, key=lambda r: r.instances).region)

  info = R.by_name('sa-east-1')
  print(info.name, info.endpoint, R.by_name('nowhere'))
  from_info = info.connect()
  print(from_info.region.name, len(from_info.get_all_volumes()))
  print(len(EC2Connection(region=R.elsewhere()).get_all_volumes()), len(EC2Connection(region=info).get_all_volumes()),
      len(EC2Connection().get_all_volumes()), len(boto.connect_ec2(region=R.by_name('eu-west-1')).get_all_volumes()))
  print(R.conn() is R.conn('us-east-1'), R.conn(info) is R.conn('sa-east-1'), R.conn().region.name)

  remote = R.conn().get_all_regions()
  print([r.name for r in remote if r.name in INTERESTING], [r.endpoint for r in remote if r.name == 'eu-west-1'])
  print([r.name for r in R.conn().get_all_regions(region_names=['us-west-2', 'us-west-1'])])
  chosen = [r for r in remote if r.name == 'eu-west-1'][0]
  print(len(chosen.connect().get_all_instances()[0].instances))

  eu = R.conn('eu-west-1')
  print(['%s %s %s' % (z.name, z.state, z.region_name) for z in eu.get_all_zones()])
  print([z.name for z in eu.get_all_zones(['eu-west-1b'])], [z.name for z in eu.get_all_zones(filters={'zone-name': 'eu-west-1c'})])
  found = first_instance('ap-northeast-1', 'sa-east-1')
  print(found.placement, found.region.name, found.connection.region.name, R.home(found.placement))
  found.terminate()
  print(R.conn(found.region.name).get_only_instances([found.id])[0].state)
  print(first_instance('ap-northeast-1'), sorted(k for k, v in R._cache.items() if v is not None))


main()
