"""A client of the API for each person."""

import requests


class Client:
    """Calls the API as one person (``None``: nobody)."""

    def __init__(self, url, name, password):
        self.url = url
        self.session = requests.Session()
        self.session.headers.update({"Accept": "application/json"})
        self.session.auth = (name, password) if name else None

    def call(self, method, path, **options):
        return self.session.request(method, f"{self.url}/{path}", **options)

    def get(self, path, **options):
        return self.call("GET", path, **options)

    def post(self, path, **options):
        return self.call("POST", path, **options)

    def put(self, path, **options):
        return self.call("PUT", path, **options)
