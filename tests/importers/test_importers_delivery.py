from datetime import UTC, datetime

import pytest
from telling import acts, found, reads, reads_text, shown

from noblame.importers.base import Hints, NeedsHint, Refused
from noblame.importers.merging import into
from noblame.model import Record

ONE, TWO, THREE = "1" * 40, "2" * 40, "3" * 40


def commit(sha: str, date: str, subject: str, *, author: str = "Mira Sol", more: str = "", field: str = "Date:  ") -> str:
    return f"commit {sha}\n{more}Author: {author} <x@example.org>\n{field} {date}\n\n    {subject}\n\n"


@pytest.mark.parametrize(
    "date",
    [
        "Tue Mar 5 09:00:00 2024 +0100", "2024-03-05 09:00:00 +0100", "2024-03-05T09:00:00+01:00",
        "Tue, 5 Mar 2024 09:00:00 +0100", "1709625600 +0100", "1709625600",
    ],
)  # fmt: skip
def test_dates_of_git_in_all_styles_are_one_moment(date: str):
    reading = reads_text(commit(ONE, date, "Turn it off"))
    assert (reading.source, reading.rows[0].at) == ("git_log", datetime(2024, 3, 5, 8, tzinfo=UTC))
    assert (reading.rows[0].native_id, reading.rows[0].text) == ("1111111 Turn it off", "Turn it off [1111111]")
    assert (reading.rows[0].source_kind, reading.rows[0].author, reading.zone) == ("change", "Mira Sol", "")


def test_dates_without_zone_or_year_are_asked_about():
    with pytest.raises(NeedsHint) as asked:
        reads_text(commit(ONE, "Tue Mar 5 09:00:00 2024", "x"))
    assert asked.value.missing == "zone"
    reading = reads_text(commit(ONE, "Tue Mar 5 09:00:00 2024", "x"), Hints(zone="Europe/Prague"))
    assert (reading.rows[0].at, reading.zone) == (datetime(2024, 3, 5, 8, tzinfo=UTC), "Europe/Prague")
    assert reads_text(commit(ONE, "2024-03-05", "x"), Hints(zone="UTC")).rows[0].precision == "day"


def test_relative_dates_wait_without_a_place():
    reading = reads_text(commit(ONE, "3 days ago", "x"))
    assert (reading.unplaced, "'3 days ago' cannot be read" in reading.warnings[0]) == (1, True)


def test_the_committer_says_when_it_landed():
    text = (
        f"commit {ONE} (HEAD -> main, tag: v1.2)\nAuthor:     Mira <m@example.org>\nAuthorDate: 2024-03-01 09:00:00 +0100\n"
        "Commit:     GitHub <noreply@github.example>\nCommitDate: 2024-03-05 09:00:00 +0100\n\n    Ship\n    \n    More words.\n"
    )
    (row,) = reads_text(text).rows
    assert (row.at, row.author, row.text) == (datetime(2024, 3, 5, 8, tzinfo=UTC), "Mira", "Ship [1111111] (tagged v1.2)")


def test_merges_are_hidden_and_reverts_name_what_they_undo():
    date = "2024-03-05 09:00:00 +0100"
    text = commit(ONE, date, "Merge pull request #1", more="Merge: 2222222 3333333\n")
    text += commit(TWO, date, f'Revert "Turn it off"\n    \n    This reverts commit {THREE}.') + commit(
        THREE, date, "Turn it off"
    )
    reading = reads_text(text + "diff --git a/x b/x\n+    commit 4444444\n")
    assert reading.records == 3
    assert [(row.source_kind, row.text) for row in shown(reading)] == [
        ("rollback", 'Revert "Turn it off" [2222222] (reverts 3333333, listed here)'), ("change", "Turn it off [3333333]"),
    ]  # fmt: skip
    assert reading.noise == (("merge commit", 1),)


def test_a_log_with_a_line_each_needs_dates():
    lines = "1234567 2024-03-05 09:00:00 +0100 Turn it off\n7654321 (tag: v2) 2024-03-05T10:00:00+01:00 Ship it\n"
    reading = reads_text(lines)
    assert [(clock, row.text) for (clock, _, _), row in zip(acts(reading), reading.rows, strict=True)] == [
        ("08:00:00", "Turn it off [1234567]"), ("09:00:00", "Ship it [7654321] (tagged v2)"),
    ]  # fmt: skip
    with pytest.raises(Refused, match=r"log without dates.*git log --date"):
        reads_text("1234567 Turn it off\n7654321 Ship it\n", format_name="git_log")


def test_a_graph_is_read_through():
    text = f"* commit {ONE}\n| Author: Mira <x@example.org>\n| Date:   2024-03-05 09:00:00 +0100\n| \n|     Turn it off\n"
    assert reads_text(text).rows[0].text == "Turn it off [1111111]"


USER = {"login": "mira", "type": "User"}
DEPLOYMENT = {
    "id": 7, "sha": "f95f852bd8fca8", "ref": "main", "environment": "production", "creator": USER, "description": None,
    "created_at": "2024-03-05T08:00:00Z", "statuses_url": "https://api.github.com/x", "url": "https://api.github.com/y",
}  # fmt: skip


def status(state: str, number: int = 1) -> dict:
    return {
        "id": number, "state": state, "creator": USER, "created_at": "2024-03-05T08:05:00Z", "environment": "production",
        "deployment_url": "https://api.github.com/z", "log_url": "https://ci.example.org/1?token=secret", "description": "",
    }  # fmt: skip


def test_deployments_from_api_and_webhook_have_one_key():
    listed, sent = reads([DEPLOYMENT]), reads({"action": "created", "deployment": DEPLOYMENT, "workflow_run": None})
    assert listed.rows[0].native_id == sent.rows[0].native_id
    assert (acts(sent), sent.rows[0].text) == ([("08:00:00", "deploy", "mira")], "Deployment of main (f95f852) to production")


def test_statuses_tell_the_end_of_a_deployment():
    sent = reads({"action": "created", "deployment_status": status("failure"), "deployment": DEPLOYMENT})
    assert sent.rows[0].text == "Deployment of main (f95f852) to production: failure"
    assert sent.rows[0].evidence == ("https://ci.example.org/1",)
    listed = reads([status("queued", 1), status("in_progress", 2), status("success", 3), status("error", 4)])
    assert [kind for _, kind, _ in acts(listed)] == ["deploy", "deploy_failed"]
    assert dict(listed.noise) == {"deployment queued": 1, "deployment in_progress": 1}


def test_releases_count_from_when_they_were_published():
    release = {
        "id": 9, "tag_name": "v1.2", "name": "", "draft": False, "author": USER, "created_at": "2023-09-01T00:00:00Z",
        "published_at": "2024-03-05T08:00:00Z", "html_url": "https://github.com/acme/shop/releases/tag/v1.2",
    }  # fmt: skip
    reading = reads({"action": "published", "release": release})
    assert (acts(reading), reading.rows[0].text) == ([("08:00:00", "deploy", "mira")], "Release v1.2")
    assert reading.rows[0].evidence == (release["html_url"],)
    assert reads([{**release, "name": "Spring", "draft": True, "published_at": None}]).noise == (("draft of a release", 1),)
    assert acts(reads([{"tagName": "v1", "publishedAt": "2024-03-05T08:00:00Z"}])) == [("08:00:00", "deploy", "")]


def test_workflow_runs_count_when_they_ended():
    run = {
        "id": 1, "name": "deploy", "head_branch": "main", "head_sha": ONE, "status": "completed", "conclusion": "success",
        "updated_at": "2024-03-05T08:00:00Z", "actor": USER, "display_title": "Ship",
    }  # fmt: skip
    reading = reads({"total_count": 2, "workflow_runs": [run, {**run, "id": 2, "conclusion": None, "status": "queued"}]})
    assert acts(reading) == [("08:00:00", "deploy", "mira")]
    assert reads({"action": "completed", "workflow_run": run}).rows[0].text == "Workflow deploy on main (1111111): success, Ship"


def application(**status: object) -> dict:
    return {
        "kind": "Application", "apiVersion": "argoproj.io/v1alpha1", "metadata": {"name": "shop", "uid": "u1"},
        "spec": {"source": {"repoURL": "https://github.com/acme/shop", "path": "k8s"}}, "status": status,
    }  # fmt: skip


def test_the_history_of_argo_cd_and_a_failed_sync():
    history = [
        {"id": 1, "revision": TWO, "deployedAt": "2024-03-05T09:00:00Z", "deployStartedAt": "2024-03-05T08:59:00Z"},
        {"id": 1, "revision": ONE, "deployedAt": "2024-03-05T08:00:00Z", "initiatedBy": {"username": "mira"}},
    ]  # fmt: skip
    failed = {"phase": "Failed", "finishedAt": "2024-03-05T10:00:00Z", "message": "no image"}
    reading = reads({"items": [application(history=history, operationState=failed)]})
    assert (reading.source, reading.records) == ("argocd", 3)
    assert acts(reading) == [
        ("08:00:00", "deploy", "mira"), ("09:00:00", "deploy", "Argo CD"), ("10:00:00", "deploy_failed", "Argo CD"),
    ]  # fmt: skip
    assert reading.rows[0].text == "shop deployed at 11111111 from k8s of https://github.com/acme/shop"
    assert reading.rows[2].text == "shop: sync failed: no image"
    done = {"phase": "Succeeded", "finishedAt": "2024-03-05T09:00:00Z"}
    assert len(reads(application(history=history, operationState=done)).rows) == 2
    assert "no history" in reads(application()).warnings[0]


def test_delivery_formats_are_told_apart():
    assert found(application(history=[])) == "argocd"
    assert found([DEPLOYMENT]) == found([status("success")]) == "github"


def test_deployments_of_other_servers_and_a_deployment_that_goes_back():
    reading = reads([
        {"id": 2, "sha": "b" * 40, "ref": "v1", "task": "deploy", "environment": "production", "description": "rollback",
         "created_at": "2024-01-15T14:05:00Z", "creator": {"login": "bo"}},
        {"id": 1, "sha": "a" * 40, "ref": "v2", "task": "deploy", "environment": "production", "description": "started",
         "created_at": "2024-01-15T14:00:00Z", "creator": {"login": "ann"}},
    ])  # fmt: skip
    assert (reading.source, acts(reading)) == ("github", [("14:00:00", "deploy", "ann"), ("14:05:00", "rollback", "bo")])


def test_an_application_is_known_by_its_history_alone():
    history = [{"revision": "a" * 40, "deployedAt": "2024-01-15T14:00:00Z"}]
    assert reads({"metadata": {"name": "checkout"}, "status": {"history": history}}).source == "argocd"


def test_lists_of_the_command_line_tool():
    run = {
        "databaseId": 1,
        "displayTitle": "Ship it",
        "conclusion": "failure",
        "updatedAt": "2024-03-05T08:04:00Z",
        "name": "deploy",
    }
    (row,) = reads([run | {"headBranch": "main", "headSha": "abc1234def"}]).rows
    assert (row.source_kind, row.text) == ("deploy_failed", "Workflow deploy on main (abc1234): failure, Ship it")
    merged = {"number": 12, "title": "Pool connections", "mergedAt": "2024-03-05T07:50:00Z", "author": {"login": "ana"}}
    reading = reads([merged, merged | {"number": 13, "mergedAt": None, "createdAt": "2024-03-05T07:00:00Z"}])
    assert acts(reading) == [("07:50:00", "change", "ana")]
    assert reading.noise == (("pull request that is not merged", 1),)


def test_what_stands_in_a_message_or_a_patch_is_no_commit():
    date = "2024-03-05 09:00:00 +0100"
    squash = f"Squashed commit of the following:\n    \n    commit {TWO}\n    Author: Bo <b@x>\n    Date:   {date}\n    \n        older"
    patch = f"diff --git a/x b/x\n     This reverts commit {THREE}.\n"
    reading = reads_text(commit(ONE, date, squash) + patch)
    (row,) = reading.rows
    assert (row.text, row.source_kind, row.author) == (f"Squashed commit of the following: [{ONE[:7]}]", "change", "Mira Sol")


@pytest.mark.parametrize(
    "head", ["commit - {}", "commit > {}", "commit {} 2222222222222222222222222222222222222222", "o  commit {}", "* commit < {}"]
)
def test_marks_and_parents_of_commits_are_read(head: str):
    date = "2024-03-05 09:00:00 +0100"
    lanes = "| " if head[0] != "c" else ""
    text = f"{head.format(ONE)}\n{lanes}Author: Ann <a@x>\n{lanes}Date:   {date}\n{lanes}\n{lanes}    said\n"
    assert [row.text for row in reads_text(text, format_name="git_log").rows] == [f"said [{ONE[:7]}]"]


def test_lines_that_are_no_commit_are_counted():
    lines = [f"{number:07x} 2024-03-05 09:0{number}:00 +0100 change {number}" for number in range(9)]
    reading = reads_text("\n".join([*lines, "abcdef0 2024-03-05 09:10:00 +0100", "abcdef1 Tue Mar 5 odd", "---"]))
    assert (reading.records, len(reading.rows), reading.rows[-1].text) == (11, 10, "commit without a message [abcdef0]")
    assert reading.skipped == (("line that is no commit with its date", 1),)


def test_lists_of_two_repositories_and_other_records_are_told_apart():
    release = {"tagName": "v1", "name": "v1", "publishedAt": "2024-03-05T09:00:00Z"}
    pull = {"number": 7, "title": "fix", "mergedAt": "2024-03-05T09:00:00Z", "url": "https://github.com/o/pay/pull/7"}
    other = {"publishedAt": "2024-03-06T09:00:00Z", "url": "https://github.com/o/web/pull/7"}
    for one in (release, pull):
        keys = {reads([{**one, **more}]).rows[0].native_id for more in ({}, {key: other[key] for key in other if key in one})}
        assert len(keys) == 2
    reading = reads([release, {"message": "Not Found"}])
    assert (len(reading.rows), reading.skipped) == (1, (("record of another sort", 1),))


def test_short_and_full_hashes_are_of_one_commit():
    date = "2024-03-05 09:00:00 +0100"
    record, _ = into(Record(), reads_text(commit(ONE, date, "Turn it off")))
    lines = f"{ONE[:9]} {date} Turn it off\n{TWO[:9]} {date} Turn it off\n"
    assert into(record, reads_text(lines))[1].new == 1
