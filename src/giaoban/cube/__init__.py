"""What is known, as arrays: the last word on each cell, written in the order it was recorded."""

from giaoban.cube.cube import At, Cube, DatedFigure, Recorded, Series, Small, plane_of, window_of
from giaoban.cube.packed import Damaged, Packed, pack, unpack
from giaoban.cube.planes import EXACT_BELOW, LENGTHS, Array, Columns, Excerpt, Mask, Plane, Slot, TooLarge, Whole
from giaoban.cube.replay import NewAxis, build, follow, write
from giaoban.cube.tags import QUALITIES, Tags, flowing, quality_of, revised_of

__all__ = [
    "EXACT_BELOW", "LENGTHS", "QUALITIES", "Array", "At", "Columns", "Cube", "Damaged", "DatedFigure", "Excerpt", "Mask", "NewAxis",
    "Packed", "Plane", "Recorded", "Series", "Slot", "Small", "Tags", "TooLarge", "Whole", "build", "flowing", "follow", "pack",
    "plane_of", "quality_of", "revised_of", "unpack", "window_of", "write",
]  # fmt: skip
