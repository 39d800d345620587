"""What people and bots said: chats, logs of channels, transcripts of calls."""

from noblame.importers.base import Importer
from noblame.importers.chats import captions, discord, irc, mattermost, msteams, slack, zoom_chat, zulip

IMPORTERS: tuple[Importer, ...] = (
    slack.IMPORTER, discord.IMPORTER, mattermost.IMPORTER, msteams.IMPORTER, zulip.IMPORTER, irc.IMPORTER,
    zoom_chat.IMPORTER, captions.IMPORTER,
)  # fmt: skip
