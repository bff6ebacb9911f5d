"""What goes on the table of a briefing meeting, in which order and in which words."""

from giaoban.briefing.agenda import Agenda
from giaoban.briefing.blocks import Script
from giaoban.briefing.legend import Legend
from giaoban.briefing.pack import Pack, dumps, prepare
from giaoban.briefing.table import board_text
from giaoban.briefing.text import script_text
from giaoban.briefing.wording import briefing_script, briefing_text

__all__ = ["Agenda", "Legend", "Pack", "Script", "board_text", "briefing_script", "briefing_text", "dumps", "prepare", "script_text"]
