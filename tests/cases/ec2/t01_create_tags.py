import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
conn.create_tags(['i-1', 'vol-1'], {'Name': 'db', 'Stage': 'prod', 'Empty': '', 'Number': 5})
conn.create_tags('i-1', {'Owner': None})
conn.delete_tags(['i-1'], ['Stage'])
conn.delete_tags(['i-1'], {'Name': 'db', 'Owner': None})
def tag(resource, tags):
    conn.create_tags([resource], tags)
tag('i-2', {'a': 'b'})
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _tag_list

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
conn.create_tags(
    Resources=['i-1', 'vol-1'],
    Tags=[
        {"Key": 'Name', "Value": 'db'},
        {"Key": 'Stage', "Value": 'prod'},
        {"Key": 'Empty', "Value": ''},
        {"Key": 'Number', "Value": "5"},
    ],
)
conn.create_tags(Resources=['i-1'], Tags=[{"Key": 'Owner'}])
conn.delete_tags(Resources=['i-1'], Tags=[{"Key": 'Stage'}])
conn.delete_tags(Resources=['i-1'], Tags=[{"Key": 'Name', "Value": 'db'}, {"Key": 'Owner'}])
def tag(resource, tags):
    conn.create_tags(Resources=[resource], Tags=_tag_list(tags))
tag('i-2', {'a': 'b'})
