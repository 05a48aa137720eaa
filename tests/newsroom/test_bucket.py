"""Media in a bucket of a real S3-compatible server, over HTTP."""

import io
from datetime import UTC, datetime, timedelta

import boto3
import pytest
from botocore.config import Config
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from articles import uploads
from articles.attachments import intake as attachments
from articles.housekeeping import checking, files
from articles.photos import intake, locks, markup, renditions
from newsroom import storage
from tests.factories import make_photo, make_user, picture_file
from tests.housekeeping.media import make_attachment

pytestmark = pytest.mark.django_db

BUCKET, PREFIX = "anh-tin", "van-tra"


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture(autouse=True)
def client_of_bucket(server, settings):
    """The bucket, empty, as the newsroom's media storage; answers a client of it."""
    client = boto3.client(
        "s3", endpoint_url=f"http://{server}", region_name="us-east-1",
        aws_access_key_id="KEY", aws_secret_access_key="SECRET",
        config=Config(s3={"addressing_style": "path"}),
    )  # fmt: skip
    client.create_bucket(Bucket=BUCKET)
    address = f"s3://KEY:SECRET@{server}/{BUCKET}?prefix={PREFIX}&http=1"
    settings.STORAGES = settings.STORAGES | {"default": storage.read(address)}
    yield client
    for key in keys(client):
        client.delete_object(Bucket=BUCKET, Key=key)
    client.delete_bucket(Bucket=BUCKET)
    client.close()


def keys(client):
    listed = client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
    return {entry["Key"] for entry in listed}


def age(path):
    """Objects cannot be given a date over HTTP; the server's own memory can."""
    key = (
        s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets[BUCKET].keys[f"{PREFIX}/{path}"]
    )
    key.last_modified = datetime.now(UTC) - timedelta(days=2)


def check(*arguments):
    out, err = io.StringIO(), io.StringIO()
    call_command("check_media", *arguments, stdout=out, stderr=err)
    return err.getvalue().splitlines()


def test_a_photo_is_kept_in_the_bucket_alone(client_of_bucket, settings):
    photo = make_photo()
    names = renditions.names(photo)
    assert keys(client_of_bucket) == {f"{PREFIX}/{name}" for name in names}
    assert not settings.MEDIA_ROOT.exists()


def test_objects_are_private(client_of_bucket):
    photo = make_photo()
    key = f"{PREFIX}/{photo.original.name}"
    grants = client_of_bucket.get_object_acl(Bucket=BUCKET, Key=key)["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]


def test_readers_get_renditions_from_the_site_itself(client):
    photo = make_photo()
    kept = {"digest": photo.digest, "width": photo.width, "height": photo.height}
    address = markup.url(kept, 480, "webp")
    assert address.startswith("/media/renditions/")
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    body = b"".join(response)
    assert len(body) == int(response["Content-Length"])
    assert body[8:12] == b"WEBP"


def test_a_rendition_that_is_lost_is_made_on_demand(client):
    photo = make_photo()
    kept = {"digest": photo.digest, "width": photo.width, "height": photo.height}
    address = markup.url(kept, 480, "webp")
    default_storage.delete(address.removeprefix("/media/"))
    assert b"".join(client.get(address))[8:12] == b"WEBP"
    assert client.get(address.replace(photo.digest[:6], "000000")).status_code == 404


def test_a_refused_photo_leaves_nothing(client_of_bucket):
    whole = picture_file(size=(900, 700)).getvalue()
    with pytest.raises(intake.PhotoRefused):
        intake.receive(io.BytesIO(whole[: len(whole) // 2]))
    assert keys(client_of_bucket) == set()


def test_a_file_arrives_in_pieces(client_of_bucket):
    user = make_user()
    data = picture_file(size=(900, 700)).getvalue()
    upload = uploads.begin(user, name="cau.jpg", size=len(data))
    for offset in range(0, len(data), 1000):
        uploads.append(upload, offset, data[offset : offset + 1000])
    assert len(keys(client_of_bucket)) == -(-len(data) // 1000)
    with uploads.content(upload) as file:
        assert file.read() == data
        file.seek(0)
        photo = intake.take_in(file, actor=user, name="cau.jpg")
    uploads.discard(upload)
    names = renditions.names(photo)
    assert keys(client_of_bucket) == {f"{PREFIX}/{name}" for name in names}


def test_the_check_repairs_and_removes_within_its_folders(client_of_bucket):
    photo = make_photo()
    attachment = make_attachment(b"%PDF-1.7 " + bytes(3_000_000))
    lost = max(renditions.names(photo))
    default_storage.delete(lost)
    orphan = "originals/ab/" + "ab" * 32 + ".jpg"
    for path in (orphan, "secret.txt"):
        default_storage.save(path, ContentFile(b"x"))
        age(path)
    beside = {"elsewhere/x", f"{PREFIX}/renditions/../secret.txt"}
    for key in beside:
        client_of_bucket.put_object(Bucket=BUCKET, Key=key, Body=b"x")
    said = check("--repair")
    assert [path for path in (lost, orphan) if path in " ".join(said)] == [lost, orphan]
    assert len(said) == 2
    assert check() == []
    needed = renditions.names(photo) | {attachments.path(attachment.digest)}
    inside = {f"{PREFIX}/{name}" for name in {*needed, "secret.txt"}}
    assert keys(client_of_bucket) == inside | beside


def test_lost_and_altered_files_are_named():
    photo = make_photo()
    path = attachments.path(make_attachment(b"%PDF-1.7").digest)
    default_storage.delete(photo.original.name)
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"%PDF-1.6"))
    found = [
        (problem.kind.value, problem.what)
        for problems in checking.walk()
        for problem in problems
    ]
    assert found == [
        ("original_missing", photo.original.name),
        ("attachment_content", path),
    ]


def test_a_bucket_that_does_not_exist_is_one_sentence(client_of_bucket, settings):
    wrong = settings.STORAGES["default"]["OPTIONS"] | {"bucket_name": "no-such-bucket"}
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": storage.BUCKET, "OPTIONS": wrong}
    }
    with pytest.raises(CommandError, match="NoSuchBucket"):
        check()


def test_a_bucket_is_not_asked_for_the_size_of_every_rendition():
    assert not files.can_be_cut_short()


def test_locks_stay_on_this_machine(settings):
    with locks.held("ab" * 32):
        assert (settings.DATA_DIR / "locks" / "photos-ab").exists()
