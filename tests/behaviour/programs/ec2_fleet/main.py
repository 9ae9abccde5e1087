import logging
import sys

from fleet import EC2ResponseError, Fleet, Rule

logging.basicConfig(stream=sys.stdout, format='%(message)s')
logging.getLogger('fleet').setLevel(logging.INFO)
logging.getLogger('boto').setLevel(logging.CRITICAL)

web = Fleet('web', region='eu-west-1')
print(web.sync_rules([Rule('tcp', 80, 80, '0.0.0.0/0'), Rule('tcp', 22, 22, '10.0.0.0/8')]))
print(web.sync_rules([Rule('tcp', 80, 80, '0.0.0.0/0'), Rule('tcp', 443, 443, '0.0.0.0/0')]))
print(len(web.resize(3, disk=12)), [m.tags['Name'] for m in web.members()])
print(sorted(r.from_port for r in web.group.rules), web.group.name, web.group is web.group)
try:
    web.resize(5, dry_run=True)
except EC2ResponseError as e:
    print(e.error_code, e.status)
print(len(web.resize(1)), [(m.tags['Name'], m.state) for m in web.members('running')])
print(len(web.resize(1)), web.each('reboot'))
volumes = web.conn.get_all_volumes(filters={'attachment.instance-id': web.members('running')[0].id})
print([(v.size, v.attach_data.device, v.status) for v in volumes])
other = Fleet('batch', conn=web.conn)
print(other.members(), len(other.resize(2)), len(other.members('running')), other.conn.region.name)
