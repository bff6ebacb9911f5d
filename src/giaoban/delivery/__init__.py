"""What was said and asked at a meeting: difficulties raised, aims noted, tasks to come. Nothing here is ranked or pressed."""

from giaoban.delivery.act import FREE_TEXT, KINDS, Act, check, read_act, standing, touched
from giaoban.delivery.aim import Aim
from giaoban.delivery.bottleneck import Bottleneck
from giaoban.delivery.directive_draft import DirectiveDraft
from giaoban.delivery.focus_task import FocusTask

__all__ = ["FREE_TEXT", "KINDS", "Act", "Aim", "Bottleneck", "DirectiveDraft", "FocusTask", "check", "read_act", "standing", "touched"]
