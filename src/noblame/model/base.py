"""What all models of the record share: frozen, open to keys that a newer noblame wrote."""

from typing import TYPE_CHECKING, Annotated, Any, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict

from noblame.model.text import Id, clean


def _harmless(value: Any) -> Any:
    """Clean the strings inside a value that no model describes."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_harmless(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {clean(str(key)): _harmless(item) for key, item in cast("dict[Any, Any]", value).items()}
    return value


Loose = Annotated[Any, AfterValidator(_harmless)]
"""A value that no model describes, with its strings cleaned."""


class Frozen(BaseModel):
    """A part of the record. Unknown keys are kept and written back."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True, allow_inf_nan=False)

    if not TYPE_CHECKING:  # pydantic reads the annotation; a type checker would take it for a field
        __pydantic_extra__: dict[str, Loose]

    def but(self, **changes: Any) -> Self:
        """Return a validated copy with `changes`; the copy shares whatever did not change."""
        return type(self)(**{**self.__dict__, **(self.model_extra or {}), **changes})


class Entry(Frozen):
    """A part of the record that stands in a list and is referred to by its id."""

    id: Id
    """Short and stable: a letter for the list and a number (``e12``); a handle for people."""
