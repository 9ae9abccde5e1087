"""Deploys an application: packs, uploads once, opens ports, launches with user data, retires the old; stages share a context."""
import base64
import functools

from deployer import Context, stages


def deploy(version, stage_list):
    return functools.reduce(lambda context, stage: stage(context), stage_list, Context('deploy.json'))


def main():
    for version in (1, 2, 2, 10):
        print('== version %d' % version)
        upload = functools.partial(stages.upload, version=version)
        context = deploy(version, [stages.pack, upload, stages.firewall, stages.launch, stages.wait, stages.retire])
    print(sorted(k.name for k in context.bucket.list()), context.state['key'].name)
    first = context.state['instances'][0]
    script = base64.b64decode(first.get_attribute('userData')['userData']).decode()
    print(script.splitlines()[0], 'shop/10.tar' in script, script.split()[-1])
    print(sorted((r.from_port, r.to_port) for r in context.ec2.get_all_security_groups(['shop'])[0].rules))
    stored = context.bucket.get_key('shop/10.tar')
    print(stored.get_metadata('version'), stored.size == len(context.state['package'].getvalue()), [g.name for g in first.groups])
    print(sorted(i.tags['Name'] for i in context.ec2.get_only_instances(filters={'instance-state-name': 'running'})))


if __name__ == '__main__':
    main()
