"""What was said and asked at a meeting: difficulties raised, aims noted. Nothing here is ranked or pressed."""

from giaoban.delivery.act import FREE_TEXT, KINDS, Act, check, read_act, standing
from giaoban.delivery.aim import Aim
from giaoban.delivery.bottleneck import Bottleneck

__all__ = ["FREE_TEXT", "KINDS", "Act", "Aim", "Bottleneck", "check", "read_act", "standing"]
