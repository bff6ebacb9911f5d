"""What is worth saying about a board: one file per kind, each blind to the others."""

from giaoban.findings import behind, contradiction, missing, soft_target, unnamed_plan
from giaoban.findings.finding import Finding
from giaoban.findings.weigh import weigh

KINDS = (behind, contradiction, missing, unnamed_plan, soft_target)

__all__ = ["KINDS", "Finding", "weigh"]
