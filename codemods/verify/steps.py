"""Calls of one run -> the steps that are compared: what was spread over several requests is one again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import jmespath

from codemods.verify import rules
from codemods.verify.matching import Bag
from codemods.verify.model import Blob, Call, Origin
from codemods.verify.normalise import Names, parameters
from codemods.verify.wire import Reader
from codemods.verify.wire.values import blob


@dataclass(frozen=True, slots=True)
class Step:
    """What one side of a comparison did at one point. `calls` are the requests behind it, in order."""

    service: str
    operation: str
    params: Mapping[str, Any]
    calls: tuple[Call, ...]
    complete: bool | None = None  # a listing: was it read to its end
    items: int | None = None  # a listing: how many items were read
    limit: int | None = None  # a listing: the size of page that was asked for
    note: str = ""

    @property
    def call(self) -> Call:
        """The first request."""
        return self.calls[0]

    @property
    def origin(self) -> Origin:
        """Who asked for it."""
        return self.calls[0].origin

    @property
    def failed(self) -> bool:
        """True when AWS answered with an error."""
        return bool(self.calls[-1].error)

    @property
    def status(self) -> int:
        """The HTTP status of the last answer."""
        return self.calls[-1].exchange.status


def steps(calls: Sequence[Call], reader: Reader, names: Names) -> list[Step]:
    """The steps of a run, in order. `names` may know resources that existed before the run."""
    result: list[Step] = []
    for call in _without_retries(calls):
        names.learn(call)
        operation = rules.SAME_OPERATION.get((call.service, call.operation), call.operation)
        result.extend(_split_tags(Step(call.service, operation, parameters(call, names), (call,))))
    return _fold_pages(_fold_downloads(_fold_uploads(result)), reader)


def _without_retries(calls: Sequence[Call]) -> list[Call]:
    """Drop a request that was answered with a passing error and sent again."""
    kept: list[Call] = []
    for call in calls:
        last = kept[-1] if kept else None
        if last is not None and last.exchange.status in rules.RETRIED and _same_request(last, call):
            kept.pop()
        kept.append(call)
    return kept


def _same_request(one: Call, other: Call) -> bool:
    a, b = one.exchange, other.exchange
    return (a.method, a.host, a.target, a.body_sha256, a.origin) == (
        b.method,
        b.host,
        b.target,
        b.body_sha256,
        b.origin,
    )


def _split_tags(step: Step) -> list[Step]:
    """Tags given at creation are the creation and CreateTags: boto 2 can only do it in two calls."""
    specifications = step.params.get("TagSpecifications")
    if step.service != "ec2" or not specifications:
        return [step]
    params = {name: value for name, value in step.params.items() if name != "TagSpecifications"}
    created = re.findall(r"\b[a-z]+-[0-9a-f]{8,17}\b", str(step.call.result))
    result = [replace(step, params=params)]
    for specification in specifications:
        prefix = rules.TAGGED.get(specification.get("ResourceType", ""), "")
        ids = dict.fromkeys(name for name in created if name.rpartition("-")[0] == prefix)
        tags = Bag({"Value": "", **tag} for tag in specification.get("Tags", ()))
        if tags and not step.failed:
            result.append(Step("ec2", "CreateTags", {"Resources": Bag(ids), "Tags": tags}, step.calls))
    return result


def _fold_uploads(found: Sequence[Step]) -> list[Step]:
    """A managed upload in parts (all requests from one line) is the PutObject that boto 2 would send."""
    result = list(found)
    for last in found:
        if (last.service, last.operation) != ("s3", "CompleteMultipartUpload") or not last.origin.frames:
            continue
        upload = last.params.get("UploadId")
        group = [
            step
            for step in result
            if step.service == "s3"
            and step.origin.frames == last.origin.frames
            and (step is last or step.params.get("UploadId") == upload or step.call.result.get("UploadId") == upload)
        ]
        operations = {step.operation for step in group}
        body = _joined(group)
        if operations != {"CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload"} or body is None:
            continue
        whole = Step(
            "s3",
            "PutObject",
            {**group[0].params, "Body": body},
            tuple(call for step in group for call in step.calls),
            note="sent as a multipart upload: its ETag is not the MD5 of the content",
        )
        result = [whole if step is last else step for step in result if step is last or step not in group]
    return result


def _joined(group: Sequence[Step]) -> Blob | None:
    parts = sorted(
        (step for step in group if step.operation == "UploadPart"),
        key=lambda step: int(step.params["PartNumber"]),
    )
    digest, size, start = hashlib.sha256(), 0, b""
    for part in parts:
        content = part.call.exchange.body
        if content is None:
            return None
        digest.update(content)
        size += len(content)
        start = start or content
    return Blob(size, digest.hexdigest(), blob(start).start)


def _fold_downloads(found: Sequence[Step]) -> list[Step]:
    """A managed download in ranges (all requests from one line) is one GetObject."""
    groups: dict[object, list[Step]] = {}
    for step in found:
        if (step.service, step.operation) == ("s3", "GetObject") and "IfMatch" in step.params and step.origin.frames:
            key = (
                step.origin.frames,
                step.params.get("Bucket"),
                step.params.get("Key"),
                step.params.get("IfMatch"),
            )
            groups.setdefault(key, []).append(step)
    result = list(found)
    for group in groups.values():
        if not _covers_everything([str(step.params.get("Range", "")) for step in group]):
            continue
        params = {k: v for k, v in group[0].params.items() if k not in ("Range", "IfMatch")}
        whole = Step("s3", "GetObject", params, tuple(call for step in group for call in step.calls))
        result = [whole if step is group[0] else step for step in result if step is group[0] or step not in group]
    return result


def _covers_everything(ranges: Sequence[str]) -> bool:
    if list(ranges) == [""]:
        return True
    bounds = [re.fullmatch(r"bytes=(\d+)-(\d*)", text) for text in ranges]
    if not all(bounds):
        return False
    pairs = sorted((int(bound[1]), bound[2]) for bound in bounds if bound)
    position = 0
    for start, end in pairs:
        if start != position:
            return False
        if not end:
            return True
        position = int(end) + 1
    return False


def _fold_pages(found: Sequence[Step], reader: Reader) -> list[Step]:
    """All pages of a listing are one step, at the place of the first."""
    result: list[Step] = []
    unfinished: dict[str, int] = {}  # listing that has more pages -> its index in result
    for step in found:
        config = reader.pagination(step.service, step.call.operation)
        if config is None or step.failed:
            result.append(step)
            continue
        tokens, limit_name = _names(config["input_token"]), config.get("limit_key", "")
        page = replace(
            step,
            params={name: value for name, value in step.params.items() if name != limit_name},
            complete=not _has_more(config, step.call.result),
            items=_count(config, step.call.result),
            limit=step.params.get(limit_name),
        )
        own_tokens = [rules.SAME_PARAMETER.get((step.service, step.call.operation), {}).get(t, t) for t in tokens]
        continues = [name for name in own_tokens if name in page.params]
        first = {name: value for name, value in page.params.items() if name not in continues}
        key = repr((step.service, step.operation, step.call.region, sorted(first.items(), key=str)))
        if continues and key in unfinished:
            index = unfinished[key]
            whole = result[index]
            result[index] = replace(
                whole,
                calls=whole.calls + step.calls,
                complete=page.complete,
                items=(whole.items or 0) + (page.items or 0),
            )
        else:
            index = len(result)
            result.append(page)
        if page.complete:
            unfinished.pop(key, None)
        else:
            unfinished[key] = index
    return result


def _names(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _has_more(config: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    if "more_results" in config:
        return bool(jmespath.search(config["more_results"], answer))
    return any(jmespath.search(token, answer) for token in _names(config["output_token"]))


def _count(config: Mapping[str, Any], answer: Mapping[str, Any]) -> int:
    found = (jmespath.search(key, answer) for key in _names(config.get("result_key", [])))
    return sum(len(items) for items in found if isinstance(items, list))
