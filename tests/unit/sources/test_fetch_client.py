"""One request against a server that does everything wrong: bounded, told in our words, nothing else asked."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import subprocess
from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.unit.sources.hostile_server import HostileServer, answer, redirect

from firsthand.errors import ConfigError, InputError
from firsthand.sources.fetching import Client, FetchSettings, parse_address

SETTINGS = FetchSettings(allow_private=True, timeout_s=5.0, max_page_s=10.0, max_page_bytes=100_000)
QUICK = replace(SETTINGS, timeout_s=0.3, max_page_s=0.6)


@pytest.fixture
def server():
    with HostileServer() as running:
        yield running


def whole(most=100_000, may_cut=False):
    return lambda status, headers: (most, may_cut)


def get(server, path="/story", settings=SETTINGS, weigh=None, **more):
    return Client(settings, **more).get(parse_address(server.url(path)), weigh or whole())


def fault(server, reply, settings=SETTINGS, weigh=None):
    server.answers["/story"] = reply
    with pytest.raises(InputError) as caught:
        get(server, settings=settings, weigh=weigh)
    return str(caught.value)


def test_a_page_as_it_was_sent(server):
    server.answers["/story"] = answer("<p>ü</p>", X_Twice="1", x_twice="2")
    found = get(server)
    assert (found.status, found.body, found.cut) == (200, "<p>ü</p>".encode(), None)
    assert found.header("x-twice") == "1"
    assert found.head.decode().split("\r\n") == [
        "HTTP/1.1 200 OK",
        "Content-Type: text/html; charset=utf-8",
        "Content-Length: 9",
        "X-Twice: 1",
        "x-twice: 2",
        "",
        "",
    ]
    assert found.ip == "127.0.0.1"
    assert found.began.tzinfo is not None


def test_what_is_sent_is_one_bare_request(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.answers["/story?a=b"] = answer(Set_Cookie="id=1; Path=/")
    client = Client(SETTINGS)
    for _ in range(2):
        found = client.get(parse_address(server.url("/story?a=b")), whole())
    assert found.request.decode() == server.requests[1] == server.requests[0]
    lines = server.requests[1].split("\r\n")
    assert lines[0] == "GET /story?a=b HTTP/1.1"
    assert f"Host: 127.0.0.1:{server.port}" in lines
    assert {line.partition(":")[0] for line in lines[1:] if line} == {
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
        "Connection",
    }


def test_a_packed_page_stays_packed(server):
    packed = gzip.compress(b"\0" * 50_000_000)
    server.answers["/story"] = answer(packed, Content_Encoding="gzip")
    found = get(server)
    assert found.body == packed
    assert b"Content-Encoding: gzip" in found.head


def test_chunks_are_joined_and_the_head_no_longer_says_that_there_are_any(server):
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answers["/story"] = head + b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n"
    found = get(server)
    assert found.body == b"abcde"
    assert found.head == b"HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n\r\n"


def test_a_body_ends_where_its_length_or_the_connection_ends(server):
    server.answers["/story"] = b"HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabcdef"
    assert get(server).body == b"abc"
    server.answers["/story"] = b"HTTP/1.0 200 OK\r\n\r\nabcdef"
    assert get(server).body == b"abcdef"
    server.answers["/story"] = b"HTTP/1.1 200 OK\r\nContent-Length: -5, x\r\n\r\nabcdef"
    found = get(server)
    assert found.body == b"abcdef"
    assert b"X-Archive-Orig-Content-Length: -5, x" in found.head


def test_a_redirect_is_an_answer_like_any_other(server):
    server.answers["/story"] = redirect(server.url("/other"))
    assert (get(server).status, server.paths) == (302, ["/story"])


# --- bodies that do not end well ----------------------------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (HEAD, b"x" * 10_000),
        (CHUNKED, b"2710\r\n" + b"x" * 10_000 + b"\r\n"),
        (CHUNKED, b"1\r\nx\r\n" * 1_000),
        (CHUNKED + b"-1\r\n", b"x" * 10_000),
        (CHUNKED + b"0\r\n", b"Trailer: x\r\n" * 100),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999999\r\n\r\n", b"x" * 10_000),
    ],
)
def test_a_body_without_end_is_left(server, head, piece):
    assert "larger than 100,000 bytes" in fault(server, server.drip(head, piece))


def test_a_body_that_says_that_it_is_too_long_is_not_waited_for(server):
    server.answers["/story"] = server.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n", b"", 0.1)
    assert "larger than 100,000 bytes" in fault(server, server.answers["/story"])


def test_a_long_body_is_cut_where_that_is_asked_for(server):
    server.answers["/story"] = server.drip(HEAD, b"abc" * 1_000)
    found = get(server, weigh=whole(5, may_cut=True))
    assert (found.body, found.cut) == (b"abcab", "length")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200", b"HTTP/1.1 200 OK\r\nX-", HEAD, CHUNKED, CHUNKED + b"5\r\n"])
def test_an_answer_of_a_byte_a_moment_is_left_when_the_time_is_up(server, head):
    assert "in 0.6" in fault(server, server.drip(head, b"1" if head else b"H", 0.05), QUICK)


def test_an_answer_that_never_comes_is_left(server):
    assert "no answer within 0.3 seconds" in fault(server, server.hold, QUICK)


@pytest.mark.parametrize(
    "reply",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\nabc",
        CHUNKED + b"64\r\nabc",
        CHUNKED + b"3\r\nabc\r\n",
        CHUNKED + b"zz\r\nabc",
        CHUNKED + b"3;" + b"x" * 90_000,
    ],
)
def test_a_page_that_breaks_off_is_no_page(server, reply):
    assert "broke off" in fault(server, reply)
    server.answers["/story"] = reply
    assert get(server, weigh=whole(may_cut=True)).cut == "disconnect"


# --- heads that are none ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece", [b"X-Line: y\r\n", b"X", b"HTTP/1.1 100 Continue\r\n\r\n", b"X-Long: " + b"y" * 70_000 + b"\r\n"]
)
def test_headers_without_end_are_left(server, piece):
    head = b"" if piece.startswith(b"HTTP") else b"HTTP/1.1 200 OK\r\n"
    assert "headers do not end" in fault(server, server.drip(head, piece * 20))


@pytest.mark.parametrize(
    "reply",
    [
        b"<html>old</html>",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 20 OK\r\n\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"SSH-2.0-server\r\n",
        b"220 mail.example ESMTP\r\n",
        b"\x16\x03\x01\x00\xff",
        b"\r\n\r\n",
        b"\0" * 100,
    ],
)
def test_an_answer_that_is_no_http_is_told_in_our_words(server, reply):
    message = fault(server, reply)
    assert "is no HTTP" in message
    assert "SSH" not in message


def test_a_host_that_hangs_up(server):
    assert "hung up" in fault(server, b"")


def test_a_host_that_resets_the_connection(server):
    def reset(connection):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    assert "hung up" in fault(server, reset)


def test_nothing_that_a_server_writes_in_its_head_reaches_another_line(server):
    server.answers["/story"] = (
        b"HTTP/1.1 200 OK\x1b[31m\x00\rX-In: 1\r\nX-A: b\x1b]0;t\x07\x00c\r\n folded\r\n"
        b"bad name: x\r\nContent-Length: 0\r\n\r\n"
    )
    found = get(server)
    assert b"\x1b" not in found.head
    assert b"\x00" not in found.head
    assert found.header("X-A") == "b ]0;t c  folded"
    assert all(b"\r" not in line for line in found.head.split(b"\r\n"))


def test_a_port_where_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(InputError, match="refused the connection"):
        Client(SETTINGS).get(parse_address(f"http://127.0.0.1:{port}/"), whole())


def test_what_is_not_wanted_is_not_read(server):
    def unwanted(status, headers):
        raise InputError(f"not wanted: {dict(headers)['Content-Type']}")

    assert (
        fault(server, server.drip(answer(b"", Content_Type="video/mp4"), b"x"), weigh=unwanted)
        == "not wanted: video/mp4"
    )


# --- who is asked -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_the_own_machine_is_not_asked_unless_a_setting_says_so(server, host):
    address = parse_address(f"http://{host}:{server.port}/story")
    with pytest.raises(InputError, match=r"inside the own machine or network .*fetch\.allow_private"):
        Client(FetchSettings()).get(address, whole())
    assert server.requests == []


@pytest.mark.parametrize("host", ["169.254.169.254", "10.0.0.1", "192.168.0.1", "[fd00::1]", "[fe80::1]", "100.64.0.1"])
def test_the_own_network_is_not_asked(host, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("a connection was made"))
    with pytest.raises(InputError, match="inside the own machine or network"):
        Client(FetchSettings()).get(parse_address(f"http://{host}/latest"), whole())


@pytest.mark.parametrize("ips", [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::ffff:10.0.0.1"], ["64:ff9b::a00:1"]])
def test_a_name_that_leads_inside_is_not_asked(ips, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("a connection was made"))
    client = Client(FetchSettings(), resolve=lambda host, port: ips)
    with pytest.raises(InputError, match="inside the own machine or network"):
        client.get(parse_address("http://paper.example/"), whole())


def test_a_name_is_looked_up_once_and_the_address_found_is_the_one_asked(server):
    looked_up = []

    def resolve(host, port):
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["127.0.0.2"]

    server.answers["/story"] = answer()
    client = Client(SETTINGS, resolve=resolve)
    for _ in range(3):
        found = client.get(parse_address(server.url(host="paper.example")), whole())
    assert (found.ip, looked_up) == ("127.0.0.1", ["paper.example"])
    assert f"Host: paper.example:{server.port}\r\n" in server.requests[0]


def test_another_address_of_the_host_is_tried_where_the_first_is_deaf(server):
    server.answers["/story"] = answer()
    client = Client(SETTINGS, resolve=lambda host, port: ["127.0.0.3", "127.0.0.1"])
    assert client.get(parse_address(server.url(host="paper.example")), whole()).ip == "127.0.0.1"


@pytest.mark.parametrize("found", [OSError("no"), UnicodeError("no"), [], ["no.ip"]])
def test_a_host_that_is_not_known(found):
    looked_up = []

    def resolve(host, port):
        looked_up.append(host)
        if isinstance(found, Exception):
            raise found
        return found

    client = Client(SETTINGS, resolve=resolve)
    for _ in range(2):
        with pytest.raises(InputError, match=r"paper\.example (is not known|has no IP)"):
            client.get(parse_address("http://paper.example/"), whole())
    assert len(looked_up) == 1


@pytest.mark.parametrize("agent", ["", " ", "a\r\nHost: b", "fürsthand", "a\x1bb"])
def test_a_name_of_ours_that_cannot_be_sent_is_refused(agent):
    with pytest.raises(ConfigError, match="user_agent"):
        Client(replace(SETTINGS, user_agent=agent))


# --- secure connections -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=paper.example"
    words = [*command.split(), "-addext", "subjectAltName=DNS:paper.example", "-keyout", "key.pem", "-out", "cert.pem"]
    try:
        subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no openssl to make a certificate with")
    return folder


@pytest.fixture
def secure(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with HostileServer(tls=context) as running:
        running.answers["/story"] = answer()
        yield running


def secure_client(certificate=None):
    tls = ssl.create_default_context(cafile=certificate and certificate / "cert.pem")
    return Client(SETTINGS, resolve=lambda host, port: ["127.0.0.1"], tls=tls)


def test_a_certificate_is_checked_against_the_name_and_the_ip_address_is_asked(secure, certificate):
    address = parse_address(f"https://paper.example:{secure.port}/story")
    found = secure_client(certificate).get(address, whole())
    assert (found.status, found.ip) == (200, "127.0.0.1")
    assert found.body.startswith(b"<html>")


@pytest.mark.parametrize("case", ["another name", "not trusted"])
def test_a_certificate_that_does_not_hold(secure, certificate, case):
    host = "other.example" if case == "another name" else "paper.example"
    client = secure_client(certificate if case == "another name" else None)
    with pytest.raises(InputError, match="certificate does not hold"):
        client.get(parse_address(f"https://{host}:{secure.port}/story"), whole())
    assert secure.requests == []


def test_a_machine_without_certificates_of_its_own_trusts_those_of_mozilla(monkeypatch):
    bare = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    monkeypatch.setattr(ssl, "create_default_context", lambda: bare)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: SimpleNamespace(cafile=None, capath=None))
    Client(SETTINGS)
    assert bare.cert_store_stats()["x509_ca"] > 50
    assert bare.check_hostname


def test_a_host_that_speaks_no_tls(server):
    server.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    with pytest.raises(InputError, match="no secure connection"):
        secure_client().get(parse_address(f"https://paper.example:{server.port}/"), whole())


def test_a_handshake_that_never_ends_is_left():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = Client(QUICK, resolve=lambda host, port: ["127.0.0.1"])
        with pytest.raises(InputError, match="no answer within"):
            client.get(parse_address(f"https://paper.example:{silent.getsockname()[1]}/"), whole())
