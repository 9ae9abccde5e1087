def volumes(client, name):
    return [v["VolumeId"] for v in client.describe_volumes(Filters=[{"Name": name}])["Volumes"]]


def fleet(client, fleet_id):
    import boto3

    return client.describe_instances(FleetId=fleet_id)["Instances"], boto3.__version__
# ---- after ----
def volumes(client, name):
    return [v["VolumeId"] for v in client.describe_volumes(Filters=[{"Name": name}])["Volumes"]]


def fleet(client, fleet_id):
    import boto3

    return client.describe_instances(FleetId=fleet_id)["Instances"], boto3.__version__
