"""The normalisation rules as data. docs/verify.md explains them, and a test holds the two together.

Each rule names a difference between boto 2 and boto3 that means nothing to the program: everything else
counts.
"""

from __future__ import annotations

from typing import Any

# Operations that do the same; the second name is used in comparisons.
SAME_OPERATION: dict[tuple[str, str], str] = {
    ("s3", "ListObjectsV2"): "ListObjects",
    ("s3", "GetBucketLifecycle"): "GetBucketLifecycleConfiguration",
    ("s3", "PutBucketLifecycle"): "PutBucketLifecycleConfiguration",
    ("s3", "GetBucketNotification"): "GetBucketNotificationConfiguration",
    ("s3", "PutBucketNotification"): "PutBucketNotificationConfiguration",
}

# Parameters of the same meaning under another name.
SAME_PARAMETER: dict[tuple[str, str], dict[str, str]] = {
    ("s3", "ListObjectsV2"): {"StartAfter": "Marker"},
}

# Parameters that belong to the transport: how long the body is, how it is checked, how names are encoded in
# answers.
TRANSPORT: dict[str, frozenset[str]] = {
    "s3": frozenset(
        [
            "ContentLength",
            "ContentMD5",
            "ChecksumAlgorithm",
            "ChecksumMode",
            "ChecksumType",
            "ChecksumCRC32",
            "ChecksumCRC32C",
            "ChecksumCRC64NVME",
            "ChecksumSHA1",
            "ChecksumSHA256",
            "ChecksumMD5",
            "EncodingType",
            "FetchOwner",
            "MpuObjectSize",
        ]
    ),
}

# What AWS assumes when a parameter is not sent, by the path of the parameter. "*" is any operation of the
# service.
DEFAULTS: dict[tuple[str, str], dict[str, Any]] = {
    ("s3", "PutObject"): {"ContentType": "binary/octet-stream", "StorageClass": "STANDARD", "ACL": "private"},
    ("s3", "CreateMultipartUpload"): {
        "ContentType": "binary/octet-stream",
        "StorageClass": "STANDARD",
        "ACL": "private",
    },
    ("s3", "CopyObject"): {
        "StorageClass": "STANDARD",
        "MetadataDirective": "COPY",
        "TaggingDirective": "COPY",
        "ACL": "private",
    },
    ("s3", "CreateBucket"): {"ACL": "private"},
    ("s3", "DeleteObjects"): {"Delete.Quiet": False},
    ("s3", "PutBucketVersioning"): {"VersioningConfiguration.MFADelete": "Disabled"},
    ("s3", "ListObjects"): {"Prefix": "", "Delimiter": "", "Marker": "", "MaxKeys": 1000},
    ("s3", "ListObjectVersions"): {"Prefix": "", "Delimiter": "", "KeyMarker": "", "VersionIdMarker": ""},
    ("s3", "ListMultipartUploads"): {"Prefix": "", "Delimiter": "", "KeyMarker": "", "UploadIdMarker": ""},
    ("ec2", "*"): {"DryRun": False},
    ("ec2", "AllocateAddress"): {"Domain": "vpc"},
    ("ec2", "AssignPrivateIpAddresses"): {"AllowReassignment": False},
    ("ec2", "CreateImage"): {"NoReboot": False},
    ("ec2", "CreateVolume"): {"Encrypted": False},
    ("ec2", "DescribeInstanceStatus"): {"IncludeAllInstances": False},
    ("ec2", "CreateVpnConnection"): {"Options.StaticRoutesOnly": False},
    ("ec2", "DetachNetworkInterface"): {"Force": False},
    ("ec2", "DetachVolume"): {"Force": False},
    ("ec2", "RequestSpotInstances"): {
        "InstanceCount": 1,
        "Type": "one-time",
        "LaunchSpecification.InstanceType": "m1.small",
        "LaunchSpecification.Monitoring.Enabled": False,
        "LaunchSpecification.EbsOptimized": False,
    },
    ("ec2", "RunInstances"): {
        "DisableApiTermination": False,
        "EbsOptimized": False,
        "InstanceInitiatedShutdownBehavior": "stop",
        "InstanceType": "m1.small",
        "Monitoring.Enabled": False,
        "Placement.Tenancy": "default",
    },
    ("ec2", "StopInstances"): {"Force": False, "Hibernate": False},
    ("ec2", "TerminateInstances"): {"Force": False, "SkipOsShutdown": False},
}

# Sent by one library to be sure, and not needed: left out when the other side does not send them.
CONFIRMATION: dict[tuple[str, str], frozenset[str]] = {
    # boto 2 names instance and device of the attachment that it knows (boto/ec2/volume.py, detach).
    ("ec2", "DetachVolume"): frozenset({"InstanceId", "Device"}),
}

# Lists whose order means something, below services whose lists have none.
ORDERED: frozenset[tuple[str, str]] = frozenset({("ec2", "PrivateIpAddresses"), ("ec2", "IcmpTypeCode")})
UNORDERED_SERVICES = frozenset({"ec2", "elb", "autoscaling", "iam", "cloudformation", "rds", "sqs", "sns", "emr"})

# Lists whose order means nothing, in services where order may matter.
UNORDERED: frozenset[tuple[str, str]] = frozenset(
    ("s3", name)
    for name in [
        "Objects",
        "TagSet",
        "Grants",
        "TargetGrants",
        "AllowedHeaders",
        "AllowedMethods",
        "AllowedOrigins",
        "ExposeHeaders",
        "Events",
        "TopicConfigurations",
        "QueueConfigurations",
        "OptionalObjectAttributes",
        "Transitions",
    ]
)

# Read-only calls that one library makes and the other has no need of. They may stand on one side alone when
# AWS answered them without an error; an error is an answer that a program acts on, so then they count.
PROBES = frozenset({("s3", "HeadBucket"), ("s3", "HeadObject")})

# The same, when boto 2 makes them inside of another method (module and function, as the call site names it).
INNER_CALLS: frozenset[tuple[str, str, str]] = frozenset(
    {
        # The storage class of a key that came without one is looked up in a listing (boto/s3/key.py).
        ("s3", "ListObjects", "boto.s3.key._get_storage_class"),
        ("s3", "ListObjects", "boto.s3.key.copy"),
        ("s3", "ListObjects", "boto.s3.key.change_storage_class"),
        # complete_upload lists the parts first (boto/s3/multipart.py).
        ("s3", "ListParts", "boto.s3.multipart.complete_upload"),
        # create_snapshot looks at the volume for a Name tag to copy (boto/ec2/connection.py).
        ("ec2", "DescribeVolumes", "boto.ec2.connection.create_snapshot"),
        ("ec2", "DescribeVolumes", "boto.ec2.volume.create_snapshot"),
    }
)

# Methods of boto 2 that ask for everything and pick out what they want: AWS may as well be asked for that alone. The
# value is the filter that does it.
NARROWED: dict[tuple[str, str, str], str] = {
    # boto/ec2/volume.py, snapshots: all snapshots are described, those of another volume are passed over.
    ("ec2", "DescribeSnapshots", "boto.ec2.volume.snapshots"): "volume-id",
}

# Answers after which both libraries send the same request again.
RETRIED = frozenset({429, 500, 502, 503, 504})

# Which ids a resource type of TagSpecifications has.
TAGGED: dict[str, str] = {
    "instance": "i",
    "volume": "vol",
    "snapshot": "snap",
    "image": "ami",
    "security-group": "sg",
    "key-pair": "key",
    "vpc": "vpc",
    "subnet": "subnet",
    "route-table": "rtb",
    "internet-gateway": "igw",
    "network-interface": "eni",
    "network-acl": "acl",
    "dhcp-options": "dopt",
    "elastic-ip": "eipalloc",
    "spot-instances-request": "sir",
    "vpc-peering-connection": "pcx",
}
