import pytest
from telling import reads_text

from noblame.importers.secrets import REMOVED, without_secrets


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("key AKIAABCDEFGHIJKLMNOP leaked", f"key {REMOVED} leaked"),
        ("use xoxb-12345678-abcdef", f"use {REMOVED}"),
        ("curl -H 'Authorization: Bearer abcdef0123456789'", f"curl -H 'Authorization: Bearer {REMOVED}'"),
        ("eyJhbGciOiJI.eyJzdWIiOiIx.c2ln", REMOVED),
        ("-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nok", f"{REMOVED}\nok"),
        ("export DB_PASSWORD=hunter22 && run --token abc123", f"export DB_PASSWORD={REMOVED} && run --token {REMOVED}"),
        (
            "psql postgres://x; see https://ann:pw@db.example.com/a?token=1&b=2",
            "psql postgres://x; see https://db.example.com/a?b=2",
        ),
        ("psql postgres://ann:pw@db/shop", f"psql postgres://ann:{REMOVED}@db/shop"),
        ("post to https://hooks.slack.com/services/T0/B0/xyz", "post to https://hooks.slack.com/services"),
    ],
)
def test_secrets_are_taken_out(said, shown):
    assert without_secrets(said) == shown


@pytest.mark.parametrize(
    "said",
    ["the token expired", "token: ask Ann", "Failed password for root", "PASSWORD=$DB_PW run", "secret=[redacted]", "AKIA"],
)
def test_words_about_secrets_stay(said):
    assert without_secrets(said) == said


def test_it_is_said_that_a_secret_was_taken_out():
    reading = reads_text("#1705327200\nexport TOKEN=abc123\n#1705327201\nls\n")
    assert [row.text for row in reading.rows] == [f"export TOKEN={REMOVED}", "ls"]
    assert reading.warnings == ("shell_history: 1 row told a secret, which was taken out",)
