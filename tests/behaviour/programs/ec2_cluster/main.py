"""A cluster manager as a package: nodes wrap instances in a module without boto, factories and properties in between."""
from cluster.core import ClusterDoesNotExist, list_clusters, make


def main():
    physics = make('physics', size=3)
    print(list_clusters(physics.ec2), physics.ec2.region.name)
    print('started', physics.start())
    make('tiny', size=1).start()
    print(list_clusters(physics.ec2))
    for node in physics.nodes:
        print(node, node.state, node.placement, node.groups, node.instance_type, node.is_master, sorted(node.tags.items()))
    master = physics.master
    print(bool(master.addr), master.image_id, master.attached_volumes(), master.key_name, master.monitored)
    print(sorted((v.size, v.status, v.attach_data.device) for v in physics.volumes().values()))
    extra = physics.ec2.conn.create_volume(5, master.placement)
    extra.attach(master.id, '/dev/sdz')
    print(master.update(), master.attached_volumes())
    print(sorted(v.size for v in physics.volumes().values()))
    physics.nodes[1].stop()
    print([(n.alias, n.update()) for n in physics.nodes])
    try:
        print(master.nonsense)
    except AttributeError as e:
        print('nonsense' in str(e))
    print(physics.group is physics.group, physics.group.name, [r.from_port for r in physics.group.rules])
    zone = physics.ec2.get_zone('a')
    print(zone.name, zone.state, zone.region_name, physics.ec2.get_zone('z'))
    states, deleted = physics.terminate()
    print(states, deleted, len(physics.nodes))
    try:
        physics.master
    except ClusterDoesNotExist as e:
        print('no cluster', e)
    print(list_clusters(physics.ec2.reload() and physics.ec2))


if __name__ == '__main__':
    main()
