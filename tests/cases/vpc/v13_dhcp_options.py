import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
options = conn.create_dhcp_options(domain_name='example.com', domain_name_servers=['10.0.0.2', '10.0.0.3'])
conn.associate_dhcp_options(options.id, 'vpc-1')
for options in conn.get_all_dhcp_options():
    print(options.id, options.options.get('domain-name'), options.options['domain-name-servers'])
conn.delete_dhcp_options(options.id)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _create_dhcp_options, _dhcp_options

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
options = _create_dhcp_options(
    conn, domain_name='example.com', domain_name_servers=['10.0.0.2', '10.0.0.3']
)
conn.associate_dhcp_options(DhcpOptionsId=options["DhcpOptionsId"], VpcId='vpc-1')
for options in conn.get_paginator("describe_dhcp_options").paginate().build_full_result()["DhcpOptions"]:
    print(options["DhcpOptionsId"], _dhcp_options(options).get('domain-name'), _dhcp_options(options)['domain-name-servers'])
conn.delete_dhcp_options(DhcpOptionsId=options["DhcpOptionsId"])
