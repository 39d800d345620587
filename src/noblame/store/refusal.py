"""The one exception for sessions that cannot be read."""


class SessionRefused(Exception):
    """A file is not a session that this noblame can open.

    Its message is one sentence: file, place, what is there, what to do.
    """
