"""What an export says when it cannot be made."""


class ExportRefused(Exception):
    """An export was asked for that cannot be made; one sentence says what and what to do."""


class UnknownProfile(ExportRefused):
    """No profile and no file has that name."""
