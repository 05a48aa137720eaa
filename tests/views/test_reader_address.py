import pytest
from django.test import RequestFactory

from articles.views import reader_address


@pytest.mark.parametrize(
    ("direct", "forwarded", "expected"),
    [
        ("14.225.1.7", "", "14.225.1.7"),
        # Nobody outside says for us who they are.
        ("14.225.1.7", "198.51.100.1", "14.225.1.7"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("unix", "198.51.100.1", "unix"),
        ("2a01:db8:1:2:aaaa::1", "", "2a01:db8:1:2::/64"),
        ("2a01:db8:1:2:bbbb::9", "", "2a01:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_whose_address_counts(direct, forwarded, expected):
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR=direct, **headers)
    assert reader_address.of(request) == expected
