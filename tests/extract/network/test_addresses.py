"""One spelling for every address, and no way to a private network but the configured one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.network.addresses import AddressError, Boundary, follow, is_private, parse, shown


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a?b#c", "https://example.org/a?b"),
        ("http://example.org.:8080/", "http://example.org:8080/"),
        (" http://example.org/a b\tc\n", "http://example.org/a%20bc"),
        ("http:\\\\example.org\\a?x=\\", "http://example.org/a?x=%5C"),
        ("http://bücher.example/ä?ö=ü&%20", "http://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC&%20"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://[::FFFF:127.0.0.1]:81/", "http://[::ffff:7f00:1]:81/"),
        ("http://a:b%40c@example.org/", "http://example.org/"),
        ("http://example.org/,Lde/start+x;y='z'", "http://example.org/,Lde/start+x;y='z'"),
        ("http://example.org?q", "http://example.org/?q"),
    ],
)
def test_each_address_has_one_spelling(written: str, meant: str) -> None:
    assert parse(written).url == meant
    assert parse(meant).url == meant


def test_user_and_password_are_kept_apart() -> None:
    address = parse("https://amt:ge%40heim@example.org/")
    assert address.login == ("amt", "ge@heim")
    assert address.site == ("https", "example.org", 443)
    assert address.path == "/"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://",
        "http:///pfad",
        "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://[1.2.3.4.5]/",
        "http://[::g]/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://exa%6dple.org/",
        "http://a..b/",
        "http://-a-/",
        "http://\u2603\u0338.\u200b\u0378/",
        "http://example.org/" + "a" * 9000,
        "http://" + "a." * 130 + "org/",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(AddressError):
        parse(written)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("b", "http://example.org/x/b"),
        ("/b?c", "http://example.org/b?c"),
        ("//example.net/b", "http://example.net/b"),
        ("\\\\example.net\\b", "http://example.net/b"),
        ("HTTPS://example.net", "https://example.net/"),
    ],
)
def test_a_redirect_is_read_like_a_browser_reads_it(location: str, target: str) -> None:
    assert follow(parse("http://u:p@example.org/x/a"), location).url == target


@pytest.mark.parametrize("location", ["mailto:a@b.de", "http://[", "//[x"])
def test_a_redirect_to_nowhere_is_refused(location: str) -> None:
    with pytest.raises(AddressError):
        follow(parse("http://example.org/"), location)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("https://amt:xyzzy@example.org/a", "https://example.org/a"),
        ("ftp://amt:xyzzy@example.org/a@b", "ftp://example.org/a@b"),
        ("//amt:xyzzy@[", "//["),
        ("\\\\amt:xyzzy@[", "//["),
        ("http://amt:xyzzy@", "http://"),
        ("nichts\x1b[31m", "nichts[31m"),
    ],
)
def test_no_password_is_shown(written: str, seen: str) -> None:
    assert shown(written) == seen


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60), st.text("/\\:@?#[]%.", max_size=10))
def test_any_text_is_an_address_or_refused(text: str, signs: str) -> None:
    for url in (text, "http://" + text, "http:" + signs + text, "http://" + text + signs):
        try:
            address = parse(url)
        except AddressError:
            shown(url)
            continue
        assert parse(address.url).url == address.url
        assert address.url.isascii()
        assert address.url.isprintable()


PRIVATE = """127.0.0.1 127.255.0.1 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 100.64.0.1
192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.88.99.1
:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 fe80::1 fe80::1%eth0
fec0::1 fc00::1 fd12::1 ff02::1 2001:db8::1 2001::1 2002:7f00:1:: 2002:a00:1:: 100::1 3fff::1 5f00::1 localhost 1.2.3"""


@pytest.mark.parametrize("ip", PRIVATE.split())
def test_private_in_every_wrapping(ip: str) -> None:
    assert is_private(ip)


@pytest.mark.parametrize(
    "ip",
    ["93.184.216.34", "8.8.8.8", "2a00:1450:4001:81b::200e", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_public(ip: str) -> None:
    assert not is_private(ip)


SOURCE = "https://www.example.org/kontakt"
LOCAL = "http://127.0.0.1:8000/"
BOUNDARY = Boundary([parse(SOURCE), parse(LOCAL)], ["Files.Example.net.", "alt.example.net:8443"])


@pytest.mark.parametrize(
    ("target", "behalf", "allowed"),
    [
        ("https://www.example.org/a.pdf", SOURCE, True),
        ("https://example.org/a.pdf", SOURCE, False),
        ("https://www.example.org.evil.net/", SOURCE, False),
        ("https://www.example.org:8443/", SOURCE, False),
        ("https://files.example.net/a.pdf", SOURCE, True),
        ("https://alt.example.net:8443/", SOURCE, True),
        ("https://alt.example.net/", SOURCE, False),
        ("http://www.example.org/a.pdf", SOURCE, False),
        ("https://www.example.org/", "http://www.example.org/", True),
        ("http://127.0.0.1:8000/x", LOCAL, True),
        ("http://127.0.0.1:8001/x", LOCAL, False),
        ("http://localhost:8000/x", LOCAL, False),
    ],
)
def test_the_same_host_or_an_allowed_one(target: str, behalf: str, allowed: bool) -> None:
    address, page = parse(target), parse(behalf)
    if allowed:
        BOUNDARY.judge(address, page, page)
    else:
        with pytest.raises(AddressError):
            BOUNDARY.judge(address, page, page)


@pytest.mark.parametrize(
    ("target", "ips", "allowed"),
    [
        (LOCAL, ("127.0.0.1",), True),
        ("http://127.0.0.1:8001/", ("127.0.0.1",), False),
        (SOURCE, ("10.0.0.1",), True),
        ("https://files.example.net/", ("8.8.8.8",), True),
        ("https://files.example.net/", ("8.8.8.8", "10.0.0.1"), False),
        ("https://files.example.net/", ("::1",), False),
    ],
)
def test_private_numbers_only_for_configured_sources(target: str, ips: tuple[str, ...], allowed: bool) -> None:
    if allowed:
        BOUNDARY.admit(parse(target), ips)
    else:
        with pytest.raises(AddressError, match="privaten Netz"):
            BOUNDARY.admit(parse(target), ips)


def test_a_public_source_may_not_become_a_private_one_within_a_run() -> None:
    boundary = Boundary([parse(SOURCE)], ())
    boundary.admit(parse(SOURCE), ("8.8.8.8",))
    with pytest.raises(AddressError, match="eben noch"):
        boundary.admit(parse(SOURCE), ("10.0.0.1",))
