"""The cookies of one fetch, for walls that set one, redirect to the same page, and let in who brings it back."""

_MOST = 4_096


class Cookies:
    """What each host set during this fetch, given back to that very host only, and forgotten with the fetch.

    Without them such a wall is an endless circle. Domain, path and expiry of a cookie are not looked at: nothing
    outlives the fetch, and no other host is ever given one.
    """

    def __init__(self) -> None:
        self._jars: dict[str, dict[str, str]] = {}

    def take(self, host: str, lines: list[str]) -> None:
        """Note the Set-Cookie headers (RFC 6265, 4.1) of an answer from `host`; unfit ones are passed over."""
        jar = self._jars.setdefault(host, {})
        for line in lines:
            name, equals, value = line.partition(";")[0].partition("=")
            name, value = name.strip(), value.strip()
            pair = name + value
            if equals and name and pair.isascii() and pair.isprintable() and len(pair) <= _MOST:
                jar[name] = value
        while len(self.header(host)) > _MOST:
            del jar[next(iter(jar))]

    def header(self, host: str) -> str:
        """What the header Cookie says to `host`, or ""."""
        return "; ".join(f"{name}={value}" for name, value in self._jars.get(host, {}).items())
