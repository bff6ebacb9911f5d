"""What is still to come? Whether a level will be reached by a day, and how good such forecasts were before."""

from giaoban.outlook.backtest import BackTest, Bin
from giaoban.outlook.history import Horizon, horizon
from giaoban.outlook.outlook import NoPlan, Outlook, Wish, Year, look_ahead

__all__ = ["BackTest", "Bin", "Horizon", "NoPlan", "Outlook", "Wish", "Year", "horizon", "look_ahead"]
