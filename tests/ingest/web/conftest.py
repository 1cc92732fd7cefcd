"""What holds for every test of this room: the computer's own resolver is never asked."""

import socket

import pytest


@pytest.fixture(autouse=True)
def no_real_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make any question to the system's resolver fail the test."""

    def refuse(*question: object, **_options: object) -> None:
        raise AssertionError(f"the system's resolver was asked for {question[0]!r}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "gethostbyname", refuse)
