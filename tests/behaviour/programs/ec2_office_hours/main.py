# cron: 0 * * * *
"""Starts and stops instances by an hours tag; launch times are cut, parsed and compared; a report of costs at the end."""
import datetime, time, re
from boto import ec2
from boto.utils import parse_ts, get_ts, ISO8601
import boto.exception

PRICES = {'t2.small': 0.026, 't2.micro': 0.013}
conn = ec2.connect_to_region('us-east-1')
NOW = datetime.datetime.utcnow()

class Decision:
	def __init__(self, instance, hour):
		self.i = instance
		self.name = instance.tags['Name'] if 'Name' in instance.tags else instance.id
		self.hours = instance.tags.get('Hours')
		self.hour = hour

	@property
	def wanted(self):
		m = re.match(r'^(\d+)-(\d+)$', self.hours or '')
		if not m: return None
		return int(m.group(1)) <= self.hour < int(m.group(2))

	def __call__(self):
		if self.wanted is None:
			return 'ignored (%s)' % self.hours
		if self.wanted and self.i.state == 'stopped':
			self.i.start()
			return 'started, now %s' % self.i.state
		if not self.wanted and self.i.state == 'running':
			self.i.stop()
			return 'stopped, now %s, was %s' % (self.i.state, self.i.previous_state)
		return 'left ' + self.i.state

def instances(**tags):
	flt = dict(('tag:' + k, v) for k, v in tags.items())
	return [i for r in conn.get_all_instances(filters=flt) for i in r.instances]

def age(i):
	launched = parse_ts(i.launch_time)
	return NOW - launched

for hour in (7, 10, 21):
	print('--- %02d:00' % hour)
	for inst in sorted(instances(), key=lambda x: x.tags.get('Name')):
		decide = Decision(inst, hour)
		print('%-7s %s' % (decide.name, decide()))
	time.sleep(0)

print([i.tags['Name'] for i in instances(Hours='*-18')], len(instances(Nope='x')))
states = {}
for i in instances():
	states.setdefault(i.state, []).append(str(i.tags['Name']))
print(sorted((s, sorted(n)) for s, n in states.items()))

total = 0
for i in sorted(instances(), key=lambda x: (x.launch_time[:10], x.tags['Name'])):
	day, clock = i.launch_time.split('T')
	parsed = time.strptime(i.launch_time[:19], '%Y-%m-%dT%H:%M:%S')
	same = datetime.datetime(*parsed[:6]) == parse_ts(i.launch_time).replace(microsecond=0)
	hours = max(1, int(age(i).total_seconds() // 3600))
	total += PRICES.get(i.instance_type, 0) * hours
	print('%s %d %s %s %s %d' % (i.tags['Name'], len(day), clock[-5:], same, abs(age(i)) < datetime.timedelta(hours=1), hours))
print('%.3f' % total, datetime.datetime.strptime(i.launch_time, '%Y-%m-%dT%H:%M:%S.%fZ').year >= 2010)
print(i.launch_time > '2010-01-01', i.launch_time[:4].isdigit(), sorted([i.launch_time, '2009-12-31T00:00:00.000Z'])[0])
print(len(get_ts()), ISO8601, parse_ts('2014-05-06T07:08:09Z'), parse_ts('2014-05-06T07:08:09.123Z'), parse_ts('Tue, 06 May 2014 07:08:09 GMT'))
oldest = min(instances(), key=lambda x: parse_ts(x.launch_time))
print(oldest.launch_time <= max(x.launch_time for x in instances()))
stopped = [i for i in instances() if i.state == 'stopped']
print(sorted((i.tags['Name'], i.reason[:14], i.state_reason.get('code'), i.state_reason.get('Code')) for i in stopped))
def act(kind, *names, **kw):
	ids = [i.id for i in instances() if i.tags['Name'] in names]
	if kw.get('dry'):
		return len(ids)
	return [x.state for x in getattr(conn, kind + '_instances')(ids)]
print(act('stop', 'always', 'broken'), act('start', 'always', 'broken'), act('terminate', 'demo'), act('stop', dry=True))
try:
	print(act('terminate', 'nobody'))
except boto.exception.BotoServerError as e:
	print(e.error_code)
