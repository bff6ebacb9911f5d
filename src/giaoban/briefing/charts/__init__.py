"""Pictures of figures as Vega-Lite definitions: plain dictionaries that browser, PDF and DOCX draw alike."""

from giaoban.briefing.charts.course import course_picture
from giaoban.briefing.charts.several import courses_picture
from giaoban.briefing.charts.standing import standing_picture
from giaoban.briefing.charts.units import units_picture

__all__ = ["course_picture", "courses_picture", "standing_picture", "units_picture"]
