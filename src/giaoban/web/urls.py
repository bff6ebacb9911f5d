"""Which page lies where? One line for each; everything asks for a sign-in but what says otherwise itself."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path

from giaoban.web.pages.ask import ask
from giaoban.web.pages.board_file import board_file
from giaoban.web.pages.download import download
from giaoban.web.pages.home import home
from giaoban.web.pages.inbox import inbox, rooms
from giaoban.web.pages.indicator import indicator
from giaoban.web.pages.language import choose
from giaoban.web.pages.overview import overview
from giaoban.web.pages.papers import shelf
from giaoban.web.pages.resend import resend
from giaoban.web.pages.review import review
from giaoban.web.pages.sheet import sheet
from giaoban.web.pages.unit import unit
from giaoban.web.pages.why import why

urlpatterns = [
    path("", home, name="home"),
    path("hoi/", ask, name="ask"),
    path("tong-quan/<str:body>/<str:period>/", overview, name="overview"),
    path("bieu/<str:body>/<str:period>/", sheet, name="sheet"),
    path("tai-bieu/<str:kind>/<str:body>/<str:period>/", board_file, name="board_file"),
    path("don-vi/<str:body>/<str:period>/", unit, name="unit"),
    path("tai-lieu/<str:body>/<str:period>/", shelf, name="papers"),
    path("tai-ve/<str:paper>/<str:body>/<str:period>/", download, name="download"),
    path("chi-tieu/<str:indicator>/<str:body>/<str:period>/", indicator, name="indicator"),
    path("giai-thich/<str:indicator>/<str:body>/<str:period>/", why, name="why"),
    path("van-ban/", rooms, name="inbox_books"),
    path("van-ban/<str:book>/", inbox, name="inbox"),
    path("van-ban/<str:book>/<int:paper>/", review, name="review"),
    # ---------------------------------------------------------------- the person
    path("ngon-ngu/", choose, name="set_language"),
    path("gui-lai/", resend, name="resend"),
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("tai-khoan/da-khoa/", account.account_inactive, name="account_inactive"),
    path("tai-khoan/mat-khau/", account.password_change, name="account_change_password"),
    path("tai-khoan/mat-khau/dat/", account.password_set, name="account_set_password"),
    path("tai-khoan/xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/hai-buoc/", include("allauth.mfa.urls")),
]
handler400 = "giaoban.web.refused.bad"
handler403 = "giaoban.web.refused.forbidden"
handler404 = "giaoban.web.refused.not_found"
handler500 = "giaoban.web.refused.broken"
