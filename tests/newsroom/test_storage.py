"""NEWSROOM_MEDIA_STORAGE as an operator writes it."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import storage
from tests.newsroom.test_settings import manage, setting

FULL = (
    "s3://KEY:SE%2FC%2BRET@kho.example.vn:9000/anh-tin?region=hn-1&prefix=van-tra/media"
)


def test_without_a_value_media_are_files():
    assert storage.read("") == {
        "BACKEND": "django.core.files.storage.FileSystemStorage"
    }


def test_a_bucket_with_everything():
    assert storage.read(FULL) == {
        "BACKEND": "newsroom.bucket.BucketStorage",
        "OPTIONS": {
            "access_key": "KEY",
            "secret_key": "SE/C+RET",
            "endpoint_url": "https://kho.example.vn:9000",
            "bucket_name": "anh-tin",
            "region_name": "hn-1",
            "location": "van-tra/media",
        },
    }


@pytest.mark.parametrize(
    ("value", "options"),
    [
        ("s3://k:s@host/bucket", {"endpoint_url": "https://host", "location": ""}),
        ("s3://k:s@host/bucket/", {"bucket_name": "bucket"}),
        ("s3://k:s@host/bucket", {"region_name": "us-east-1"}),
        ("s3://k:s@host/bucket?http=1", {"endpoint_url": "http://host"}),
        ("s3://k:s@[::1]:9000/bucket", {"endpoint_url": "https://[::1]:9000"}),
        ("s3://k:s@host/bucket?prefix=/a/b/", {"location": "a/b"}),
        ("s3://k%40x:s@host/bucket", {"access_key": "k@x"}),
    ],
)
def test_what_is_left_out_has_a_default(value, options):
    read = storage.read(value)["OPTIONS"]
    assert {name: read[name] for name in options} == options


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("bucket", "must be empty or s3://"),
        ("https://KEY:SECRET@host/bucket", "must be empty or s3://"),
        ("s3://host/bucket", "KEY and SECRET"),
        ("s3://KEY@host/bucket", "KEY and SECRET"),
        ("s3://KEY:SE/CRET@host/bucket", "must be s3://"),
        ("s3://KEY:SECRET@host", "names no bucket"),
        ("s3://KEY:SECRET@host/", "names no bucket"),
        ("s3://KEY:SECRET@host/Bucket", "names no bucket"),
        ("s3://KEY:SECRET@host/bucket/folder", "names no bucket"),
        ("s3://KEY:SECRET@host:port/bucket", "must be s3://"),
        ("s3://KEY:SECRET@[host/bucket", "must be s3://"),
        ("s3://KEY:SECRET@host/bucket?region", "must be s3://"),
        ("s3://KEY:SECRET@host/bucket?acl=public", "not known: acl"),
        ("s3://KEY:SECRET@host/bucket?http=yes", "http=1"),
        ("s3://KEY:SECRET@host/bucket?prefix=a/../..", "leads out of itself"),
    ],
)
def test_a_wrong_value_is_one_sentence_without_the_secret(value, said):
    with pytest.raises(ImproperlyConfigured, match=re.escape(said)) as refusal:
        storage.read(value)
    sentence = str(refusal.value)
    assert sentence.startswith("NEWSROOM_MEDIA_STORAGE ")
    assert "SECRET@" not in sentence.replace(storage.SHAPE, "")
    assert "CRET@" not in sentence.replace(storage.SHAPE, "")


def test_a_missing_package_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(storage, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"pip install .*django-storages"):
        storage.read(FULL)
    assert storage.read("") == storage.FOLDER


def test_the_settings_read_it(tmp_path):
    named = setting("STORAGES['default']['BACKEND']", tmp_path)
    assert named == "'django.core.files.storage.FileSystemStorage'"
    bucket = {"NEWSROOM_MEDIA_STORAGE": FULL}
    named = setting("STORAGES['default']['BACKEND']", tmp_path, **bucket)
    assert named == "'newsroom.bucket.BucketStorage'"


def test_the_server_does_not_start_with_a_wrong_value(tmp_path):
    done = manage("check", data=tmp_path, NEWSROOM_MEDIA_STORAGE="s3://KEY:SECRET@host")
    assert done.returncode != 0
    assert "NEWSROOM_MEDIA_STORAGE names no bucket" in done.stderr.splitlines()[-1]
