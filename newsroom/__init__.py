"""Wiring only: settings, addresses, the WSGI entry. The newsroom itself is `articles`."""
