"""Several records in their order: a tuple whose parts are of the same kind again."""

from typing import Self, SupportsIndex, TypeVar, overload

from danvankheo.domain.shown import ShownAsTable

T_co = TypeVar("T_co", covariant=True)


class Several(ShownAsTable, tuple[T_co, ...]):
    """Records that were found together; equal to a tuple of the same records, and shown as a table."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: SupportsIndex | slice) -> T_co | Self:
        """Return the record at a place, or the records of a slice as the same kind of sequence."""
        if isinstance(at, slice):
            return type(self)(super().__getitem__(at))
        return super().__getitem__(at)
