"""Answers of video sites and channels as we were told they look. Made up for the tests: none of them was recorded."""

from catalogue.vocabulary import Verdict
from tests.crawler.told import Answer, Told

OEMBED = "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DabcdefghijK&format=json"
THUMBNAIL = "https://img.youtube.com/vi/abcdefghijK/0.jpg"
WATCH = "https://www.youtube.com/watch?v=abcdefghijK"
CHANNEL = "https://t.me/somechannel"
LIVE = '<html><head><title>x</title></head><body><div class="tgme_page_title">Channel</div></body></html>'
EMPTY = '<html><head><meta name="robots" content="noindex, nofollow"></head><body></body></html>'
VIDEOS = "YouTube videos"
BILIBILI, VIDEO_LOST = "Bilibili videos", "removed or private video"
PLAYED = "https://www.bilibili.com/video/BV1ab411c7de"
PLAYER = "https://api.bilibili.com/x/web-interface/view?bvid=BV1ab411c7de"
PLAYLISTS = "YouTube playlists"
PLAYLIST = "https://www.youtube.com/playlist?list=PLabcdefghijK"
LIST_OEMBED = (
    "https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fplaylist%3Flist%3DPLabcdefghijK&format=json"
)
LIST_FEED = "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijK"

MEDIA = [
    Told(VIDEOS, WATCH, {OEMBED: Answer(200, '{"title": "x"}')}, Verdict.OK, "200"),
    Told(VIDEOS, WATCH + "&t=30s", {OEMBED: Answer(401)}, Verdict.OK, "401"),
    Told(VIDEOS, "https://youtu.be/abcdefghijK?si=x", {OEMBED: Answer(200)}, Verdict.OK, "200"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(404), THUMBNAIL: Answer(404)}, Verdict.SUSPECT, "removed or private video"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(403), THUMBNAIL: Answer(200)}, Verdict.BLOCKED, "provider"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(429)}, Verdict.BLOCKED, "provider"),
    Told(VIDEOS, WATCH, {OEMBED: Answer(500)}, Verdict.BLOCKED, "provider"),
    Told(PLAYLISTS, PLAYLIST, {LIST_OEMBED: Answer(200, '{"title": "x"}')}, Verdict.OK, "200"),
    Told(
        PLAYLISTS,
        PLAYLIST,
        {LIST_OEMBED: Answer(404), LIST_FEED: Answer(404)},
        Verdict.SUSPECT,
        "removed or private playlist",
    ),
    Told(
        PLAYLISTS, PLAYLIST + "&si=x", {LIST_OEMBED: Answer(403), LIST_FEED: Answer(200)}, Verdict.BLOCKED, "provider"
    ),
    Told("Telegram", CHANNEL, {CHANNEL: Answer(200, LIVE)}, Verdict.OK, "200"),
    Told("Telegram", CHANNEL, {CHANNEL: Answer(200, EMPTY)}, Verdict.SUSPECT, "no such channel"),
    Told("Telegram", CHANNEL, {CHANNEL: Answer(200, "<p>new design")}, Verdict.BLOCKED, "provider"),
    Told(BILIBILI, PLAYED, {PLAYER: Answer(200, '{"code": 0, "data": {}}')}, Verdict.OK, "200"),
    Told(BILIBILI, PLAYED + "/?p=2", {PLAYER: Answer(200, '{"code": 62002}')}, Verdict.SUSPECT, VIDEO_LOST),
    Told(BILIBILI, PLAYED, {PLAYER: Answer(200, '{"code": -404}')}, Verdict.SUSPECT, VIDEO_LOST),
    Told(BILIBILI, PLAYED, {PLAYER: Answer(412), PLAYED: Answer(200, LIVE)}, Verdict.OK, "200"),
]
