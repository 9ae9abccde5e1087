"""Requests that AWS understands and moto does not, and answers in the API version that was asked for."""

from __future__ import annotations

from codemods.verify.mend import mend_answer, mend_request

EC2 = "https://ec2.us-east-1.amazonaws.com/"
OLD, TODAY = "2014-10-01", "2016-11-15"


def test_a_port_in_the_host_header_is_no_other_host() -> None:
    assert mend_request(EC2, {"Host": "ec2.us-east-1.amazonaws.com:443"}, b"")[1] == {
        "Host": "ec2.us-east-1.amazonaws.com"
    }


def test_a_bucket_in_the_host_name_goes_into_the_path() -> None:
    url, headers, _ = mend_request(
        "https://www.site.s3.amazonaws.com/a?acl", {"host": "www.site.s3.amazonaws.com"}, b""
    )
    assert (url, headers["host"]) == ("https://s3.amazonaws.com/www.site/a?acl", "s3.amazonaws.com")


def test_the_old_name_of_a_region() -> None:
    body = b"<CreateBucketConfiguration><LocationConstraint>EU</LocationConstraint></CreateBucketConfiguration>"
    for host in ("b.s3-eu-west-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"):
        assert b">eu-west-1<" in mend_request(f"https://{host}/", {"Host": host}, body)[2]
    assert mend_request("https://s3.amazonaws.com/b", {}, body)[2] == body


def test_lists_that_count_from_0_count_from_1() -> None:
    _, _, body = mend_request(
        EC2, {}, b"Action=RunInstances&NetworkInterface.0.Group.0=sg-1&NetworkInterface.1.Group.0=g"
    )
    assert body == b"Action=RunInstances&NetworkInterface.1.Group.1=sg-1&NetworkInterface.2.Group.1=g"
    counted = b"Action=RunInstances&NetworkInterface.1.Group.1=sg-1"
    assert mend_request(EC2, {}, counted)[2] == counted


ANSWER = (
    b'<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/%s/"><vpcSet><item><vpcId>vpc-1</vpcId>'
    b"<cidrBlockAssociationSet><item><associationId>a</associationId></item></cidrBlockAssociationSet>"
    b"<isDefault>true</isDefault></item></vpcSet></DescribeVpcsResponse>"
)


def test_an_old_api_version_has_no_lists_of_today() -> None:
    answer = ANSWER % OLD.encode()
    mended = mend_answer(EC2, f"Action=DescribeVpcs&Version={OLD}".encode(), answer)
    assert b"cidrBlockAssociationSet" not in mended
    assert b"<vpcId>vpc-1</vpcId><isDefault>true</isDefault>" in mended
    assert mend_answer(EC2, f"Action=DescribeVpcs&Version={TODAY}".encode(), answer) == answer
    assert mend_answer("https://s3.amazonaws.com/", b"", answer) == answer
    assert mend_answer(EC2, f"Action=DescribeVpcs&Version={OLD}".encode(), b"no XML") == b"no XML"
