"""Tasks as people keep them in a fabfile: a global `env`, decorators, *args, empty id lists, filters in many forms."""
from functools import wraps

import boto.ec2
from boto.exception import EC2ResponseError


class _Env(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__


env = _Env(region='us-east-1', hosts=[])
tasks = {}


def task(alias=None):
    def deco(fn):
        @wraps(fn)
        def run(*args, **kwargs):
            if env.ec2 is None:
                env.ec2 = boto.ec2.connect_to_region(env.region)
            return fn(*args, **kwargs)
        tasks[alias or fn.__name__] = run
        return run
    return deco


def _find(*names, **filters):
    if names:
        filters['tag:Name'] = list(names)
    return [i for r in env.ec2.get_all_instances(filters=filters) for i in r.instances]


def _names(instances):
    return sorted(i.tags.get('Name', i.id) for i in instances)


@task()
def ls(*names):
    for i in sorted(_find(*names), key=lambda i: i.tags['Name']):
        print('%(name)-6s %(state)-10s %(zone)s' % {'name': i.tags['Name'], 'state': i.state, 'zone': i.placement})


@task()
def hosts(environment):
    env.hosts = [i.private_ip_address for i in _find(**{'tag:env': environment, 'instance_state_name': 'running'})]
    return len(env.hosts), all(h.count('.') == 3 for h in env.hosts)


@task('stop')
def stop_all(*names):
    ids = [i.id for i in _find(*names) if i.state == 'running']
    try:
        stopped = env.ec2.stop_instances(ids)
    except EC2ResponseError as e:
        return e.error_code
    return [i.state for i in stopped]


@task('start')
def start_all(*names):
    return [i.state for i in env.ec2.start_instances(instance_ids=[i.id for i in _find(*names)])]


@task()
def kill(*names):
    victims = _find(*names) if names else []
    try:
        gone = env.ec2.terminate_instances([v.id for v in victims])
    except EC2ResponseError as e:
        print('kill nobody: %s' % e.error_code)
        gone = []
    return len(gone)


@task()
def bounce(name):
    return [i.reboot() for i in _find(name)], env.ec2.reboot_instances([i.id for i in _find(name)])


@task()
def filters():
    ec2 = env.ec2
    forms = [
        None,
        {},
        {'tag:env': 'prod'},
        {'tag:env': ['prod', 'stage']},
        {'instance_type': 'm1.small'},
        {'instance-type': 'm1.small', 'tag:Name': 'app-*'},
        [('tag:env', 'stage'), ('instance-state-name', 'running')],
        {'image_id': 'ami-eeee5555', 'tag:build': 7},
        {'tag_key': 'env'},
        {'tag:Name': 'app-1', 'tag:env': 'stage'},
    ]
    for form in forms:
        print('%-62r %s' % (form, _names(ec2.get_only_instances(filters=form))))


@task()
def ids():
    one = _find('app-1')[0].id
    ec2 = env.ec2
    print(_names(ec2.get_only_instances(one)), _names(ec2.get_only_instances([one])), len(ec2.get_only_instances([])))
    print(len(ec2.get_all_instances(instance_ids=None)), len(ec2.get_all_reservations([one])))
    print(sorted(r.instances[0].tags['Name'] for r in ec2.get_all_instances() if not r.instances[0].monitored))
    try:
        ec2.get_all_instances(['i-00000000', one])
    except EC2ResponseError as e:
        print('%s %d' % (e.error_code, e.status))
    reservation = ec2.get_all_instances([one])[0]
    print(len(reservation.instances), reservation.region.name, reservation.owner_id, len(reservation.groups))
    reservation.stop_all()
    print(ec2.get_only_instances(one)[0].state)
