"""Media files in a bucket. Imported only where one is configured (`newsroom.storage`)."""

from urllib.parse import urljoin

from botocore.config import Config
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

MOST_IN_MEMORY = 2 * 1024 * 1024  # bytes of one file; the rest goes to the disk


class BucketStorage(S3Storage):
    """Files that readers get from this site's own address, never from the bucket.

    No access list is sent: objects are private unless one says otherwise, and buckets
    without access lists, as Amazon makes them, refuse to be told even that.
    """

    def get_default_settings(self):
        return super().get_default_settings() | {
            "file_overwrite": False,
            "querystring_auth": False,
            "max_memory_size": MOST_IN_MEMORY,
            "client_config": Config(
                signature_version="s3v4",
                s3={"addressing_style": "path"},
                connect_timeout=10,  # seconds: somebody is waiting for their page
                read_timeout=30,
                # Many servers that are not Amazon's don't know the newer checksums.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    def url(self, name, parameters=None, expire=None, http_method=None):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))
