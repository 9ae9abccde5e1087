import json
import pytest
from boto.exception import S3ResponseError
from app import reports


def test_publish(s3, bucket):
    reports.publish(s3, 'company-reports', 'june', {'a': 1})
    key = bucket.get_key('reports/june.json')
    assert key is not None
    assert key.content_type == 'application/json'
    assert json.loads(key.get_contents_as_string()) == {'a': 1}


def test_fetch(s3, bucket):
    reports.publish(s3, bucket.name, 'june', {'a': 1})
    assert reports.fetch(s3, bucket.name, 'june') == {'a': 1}


def test_fetch_missing(s3, bucket):
    with pytest.raises(reports.MissingReport):
        reports.fetch(s3, bucket.name, 'june')


def test_exists(s3, bucket):
    assert reports.exists(s3, 'company-reports')
    assert not reports.exists(s3, 'other')


def test_prune(s3, bucket):
    for name in ('a', 'b', 'c'):
        reports.publish(s3, bucket.name, name, {})
    assert reports.prune(s3, bucket.name, 1) == ['reports/a.json', 'reports/b.json']
    assert len(list(bucket.list())) == 1


def test_no_bucket(s3):
    with pytest.raises(S3ResponseError) as excinfo:
        reports.prune(s3, 'nope', 1)
    assert excinfo.value.status == 404
    assert excinfo.value.error_code == 'NoSuchBucket'
