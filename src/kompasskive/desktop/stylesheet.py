"""Tokens to Qt's style sheet: how standard widgets look, chosen by their `kind` property."""

from collections.abc import Callable

from kompasskive.assets import ROOT
from kompasskive.desktop.tokens import Tokens

TEXT_KINDS = {
    "display": (30, 600),
    "field_title": (24, 600),
    "page_title": (22, 600),
    "title": (18, 600),
    "question": (16, 600),
    "lead": (16, 400),
    "section": (15, 600),
    "strong": (14, 600),
    "body": (14, 400),
    "small": (13, 400),
    "small_strong": (13, 600),
    "caption": (12, 400),
    "caption_strong": (12, 600),
}
TONES = ("ink", "ink2", "ink3", "accent", "ok_ink", "bad_ink", "warm_ink", "on_accent", "disabled")


def stylesheet(t: Tokens, px: Callable[[float], int]) -> str:
    """The whole application's style sheet; `px` scales design pixels."""
    return "\n".join(
        (_text(t, px), _frames(t), _buttons(t, px), _inputs(t, px), _grids(t, px), _rest(t, px))
    )


def _text(t: Tokens, px: Callable[[float], int]) -> str:
    kinds = (
        f'QLabel[kind="{kind}"] {{ font-size: {px(size)}px; font-weight: {weight}; }}'
        for kind, (size, weight) in TEXT_KINDS.items()
    )
    tones = (f'QLabel[tone="{tone}"] {{ color: {t[tone]}; }}' for tone in TONES)
    return "\n".join((f"QLabel {{ color: {t['ink']}; background: transparent; }}", *kinds, *tones))


def _frames(t: Tokens) -> str:
    return f"""
QFrame[kind="win"], QWidget[kind="win"] {{ background: {t["win"]}; }}
QFrame[kind="sheet"] {{ background: {t["sheet"]}; border: 1px solid {t["sheet_edge"]};
    border-radius: 12px; }}
QFrame[kind="flat_sheet"] {{ background: {t["sheet"]}; }}
QFrame[kind="card"] {{ background: {t["sheet"]}; border: 1px solid {t["hair"]};
    border-radius: 10px; }}
QFrame[kind="sunken"] {{ background: {t["hover"]}; border-radius: 8px; }}
QFrame[kind="well"] {{ background: {t["hover"]}; border-radius: 12px; }}
QFrame[kind="track"] {{ background: {t["sunken"]}; border-radius: 8px; }}
QFrame[kind="warm"] {{ background: {t["warm"]}; border: 1px solid {t["warm_edge"]};
    border-radius: 10px; }}
QFrame[kind="bad"] {{ background: {t["bad"]}; border: 1px solid {t["bad_edge"]};
    border-radius: 10px; }}
QFrame[kind="info"] {{ background: {t["accent_soft"]}; border-radius: 10px; }}
QFrame[kind="dashed"] {{ background: transparent; border: 1px dashed {t["line"]};
    border-radius: 10px; }}
QFrame[kind="hair"] {{ background: {t["hair"]}; border: none; }}
QFrame[kind="chip"] {{ background: {t["hover"]}; border-radius: 4px; }}
QFrame[kind="chip_ok"] {{ background: {t["ok"]}; border-radius: 4px; }}
"""


def _buttons(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QPushButton {{ font-size: {px(14)}px; color: {t["ink"]}; background: {t["sheet"]};
    border: 1px solid {t["hair"]}; border-bottom: 1px solid {t["line"]}; border-radius: 6px;
    padding: 0 {px(14)}px; min-height: {px(34)}px; }}
QPushButton:hover {{ background: {t["hover"]}; }}
QPushButton[kind="primary"] {{ background: {t["accent"]}; color: {t["on_accent"]};
    border: 1px solid {t["accent"]}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ border-color: {t["ink"]}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent;
    padding: 0 {px(10)}px; }}
QPushButton[kind="quiet"]:hover {{ background: {t["hover"]}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {t["accent"]};
    padding: 0 2px; min-height: {px(24)}px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="caption"] {{ background: transparent; border: none; color: {t["ink2"]};
    padding: 0 2px; min-height: {px(24)}px; font-size: {px(12)}px; }}
QPushButton[kind="caption"]:hover {{ text-decoration: underline; }}
QPushButton[kind="small"] {{ min-height: {px(30)}px; font-size: {px(13)}px;
    padding: 0 {px(12)}px; }}
QPushButton[kind="switch"] {{ min-height: {px(30)}px; font-size: {px(13)}px;
    padding: 0 {px(12)}px; }}
QPushButton[kind="switch"]:checked {{ background: {t["accent"]}; color: {t["on_accent"]};
    border: 1px solid {t["accent"]}; }}
QPushButton[kind="card"] {{ background: {t["sheet"]}; border: 1px solid {t["hair"]};
    border-radius: 10px; padding: 0; min-height: 0; }}
QPushButton[kind="file"] {{ background: transparent; border: none; border-radius: 6px;
    padding: 0; min-height: 32px; }}
QPushButton[kind="card"]:hover, QPushButton[kind="file"]:hover {{ background: {t["hover"]}; }}
QPushButton:disabled {{ color: {t["disabled"]}; background: transparent;
    border-color: {t["hair"]}; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[kind="icon"] {{ background: transparent; border: none; border-radius: 6px; }}
QToolButton[kind="icon"]:hover {{ background: {t["hover"]}; }}
QToolButton[kind="tab"] {{ background: transparent; border: 1px solid transparent;
    border-radius: 6px; color: {t["ink2"]}; font-size: {px(14)}px; padding: 0 {px(16)}px;
    min-height: {px(32)}px; }}
QToolButton[kind="tab"]:checked {{ background: {t["sheet"]}; color: {t["ink"]};
    font-weight: 600; border: 1px solid {t["hair"]}; }}
"""


def _inputs(t: Tokens, px: Callable[[float], int]) -> str:
    check = (ROOT / "ikoner").as_posix()
    arrow = "arrow_dark" if t["ink"] == "#1B2733" else "arrow_light"
    tick = "check_dark" if t["on_accent"] != "#FFFFFF" else "check_light"
    return f"""
QPlainTextEdit, QLineEdit, QComboBox, QDateEdit, QSpinBox {{ background: {t["sheet"]};
    color: {t["ink"]}; border: 1px solid {t["hair"]}; border-bottom: 1px solid {t["line"]};
    border-radius: 6px; padding: {px(4)}px {px(8)}px; font-size: {px(14)}px;
    selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
QLineEdit, QComboBox, QDateEdit, QSpinBox {{ min-height: {px(26)}px; }}
QPlainTextEdit, QLineEdit {{ placeholder-text-color: {t["ink3"]}; }}
QPlainTextEdit:disabled, QLineEdit:disabled, QPlainTextEdit[readOnly="true"] {{
    color: {t["ink2"]}; background: {t["sunken"]}; }}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: url("{check}/{arrow}.svg");
    width: {px(12)}px; height: {px(12)}px; }}
QComboBox QAbstractItemView {{ background: {t["sheet"]}; color: {t["ink"]};
    selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
QCheckBox, QRadioButton {{ font-size: {px(14)}px; color: {t["ink"]}; spacing: {px(10)}px;
    background: transparent; min-height: {px(24)}px; }}
QCheckBox[kind="caption"] {{ font-size: {px(12)}px; color: {t["ink2"]}; spacing: {px(6)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t["disabled"]}; }}
QCheckBox::indicator {{ width: {px(18)}px; height: {px(18)}px; border-radius: 4px;
    border: 1px solid {t["line"]}; background: {t["sheet"]}; }}
QCheckBox::indicator:checked {{ background: {t["accent"]}; border-color: {t["accent"]};
    image: url("{check}/{tick}.svg"); }}
QRadioButton::indicator {{ width: {px(16)}px; height: {px(16)}px;
    border-radius: {px(16) // 2 + 1}px;
    border: 1px solid {t["line"]}; background: {t["sheet"]}; }}
QRadioButton::indicator:checked {{ border: {px(5)}px solid {t["accent"]}; width: {px(8)}px;
    height: {px(8)}px; }}
"""


def _grids(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QTableView[kind="grid"] {{ background: {t["sheet"]}; color: {t["ink"]}; border: none;
    font-size: {px(14)}px; selection-background-color: {t["accent_soft"]};
    selection-color: {t["ink"]}; }}
QTableView[kind="grid"]::item {{ border-bottom: 1px solid {t["hair"]}; padding: 0 {px(8)}px; }}
QTableView[kind="grid"]::item:selected {{ background: {t["accent_soft"]}; color: {t["ink"]}; }}
QTableView[kind="grid"] QHeaderView {{ background: {t["sheet"]}; }}
QTableView[kind="grid"] QHeaderView::section {{ background: {t["sheet"]}; color: {t["ink2"]};
    border: none; border-bottom: 1px solid {t["line"]}; font-size: {px(12)}px; font-weight: 600;
    padding: {px(6)}px {px(8)}px {px(6)}px {px(8) + 3}px; }}
"""


def _rest(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
QWidget {{ font-size: {px(14)}px; }}
QMainWindow, QDialog, QMessageBox {{ background: {t["win"]}; }}
QToolTip {{ color: {t["ink"]}; background: {t["sheet"]}; border: 1px solid {t["line"]};
    padding: 4px; font-size: {px(13)}px; }}
QMenu {{ background: {t["sheet"]}; color: {t["ink"]}; border: 1px solid {t["line"]};
    padding: 4px; font-size: {px(14)}px; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px {px(6)}px {px(16)}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t["hover"]}; }}
QMenu::item:disabled {{ color: {t["disabled"]}; }}
QMenu::separator {{ height: 1px; background: {t["hair"]}; margin: 4px 8px; }}
QListWidget {{ background: {t["sheet"]}; color: {t["ink"]}; border: 1px solid {t["hair"]};
    border-radius: 6px; padding: 4px; }}
QListWidget::item {{ min-height: {px(24)}px; padding: 0 {px(6)}px; border-radius: 4px; }}
QListWidget::item:selected {{ background: {t["accent"]}; color: {t["on_accent"]}; }}
QScrollArea, QListView[kind="people"] {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 4px 2px; }}
QScrollBar::handle:vertical {{ background: {t["line"]}; border-radius: 2px; min-height: 40px;
    margin: 0 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px 4px; }}
QScrollBar::handle:horizontal {{ background: {t["line"]}; border-radius: 2px; min-width: 40px;
    margin: 2px 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
