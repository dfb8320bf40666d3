from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from kompasskive.cli.main import main
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import DialogueKind, Team
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import create


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Jens with two talks and a reflection of his own, and a team with one talk."""
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    alone = replace(talk, id="alene", kind=DialogueKind.SELF_REFLECTION, notes=(), agreements=())
    team = replace(alone, id="team", kind=DialogueKind.TEAM, employee_id=None, team_id="nord")
    path = tmp_path_factory.mktemp("papir") / "Samtaler.kompas"
    create(
        path,
        replace(
            workbook,
            teams=(*workbook.teams, Team("nord", "Team Nord")),
            dialogues=(*workbook.dialogues, alone, team),
        ),
    ).close()
    return path


def _read(path: Path) -> str:
    if path.suffix != ".pdf":
        return path.read_text(encoding="utf-8-sig")
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


JENS = ("--person", "Jens Jensen")
KINDS = [
    (("--kind", "profile", *JENS), "KOMPETENCEPROFIL FOR: JENS JENSEN"),
    (("--kind", "notes", *JENS), "SAMTALENOTER: JENS JENSEN"),
    (("--kind", "reflection", *JENS), "MIN PROFIL: JENS JENSEN"),
    (("--kind", "team", "--team", "Team Nord"), "TEAMPROFIL FOR: TEAM NORD"),
]


@pytest.mark.parametrize(("asked", "title"), KINDS)
@pytest.mark.parametrize("ending", ["pdf", "html", "txt"])
def test_each_kind_is_written_in_each_form(
    file: Path, tmp_path: Path, asked: tuple[str, ...], title: str, ending: str
) -> None:
    out = tmp_path / f"ud.{ending}"
    assert main(["report", str(file), *asked, "-o", str(out)]) == 0
    said = _read(out)
    assert title in said
    assert "Hvem må læse dette?" in said


def test_the_plan_is_written_for_word_and_the_profile_on_one_page(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.docx"
    assert main(["report", str(file), *JENS, "-o", str(plan)]) == 0
    assert plan.read_bytes().startswith(b"PK")
    assert "KLADDE" in capsys.readouterr().out
    short = tmp_path / "kort.pdf"
    assert main(["report", str(file), *JENS, "--one-page", "--grey", "-o", str(short)]) == 0
    assert "Side 1 af 1" in _read(short)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--kind", "team"), "--team"),
        (("--kind", "team", "--team", "Syd"), "Intet team"),
        (("--kind", "team", "--team", "Team Nord", "--approved"), "godkendt"),
        ((), "--person"),
        (("--person", "Ingen"), "Ingen"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    asked: tuple[str, ...],
    said: str,
) -> None:
    out = tmp_path / "ud.pdf"
    assert main(["report", str(file), *asked, "-o", str(out)]) == 1
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_another_ending_is_refused(file: Path, tmp_path: Path) -> None:
    assert main(["report", str(file), *JENS, "-o", str(tmp_path / "ud.odt")]) == 1
    assert main(["sheet", "-o", str(tmp_path / "ark.html")]) == 1


def test_the_sheet_is_for_the_bundled_framework_or_another(tmp_path: Path) -> None:
    out = tmp_path / "ark.pdf"
    assert main(["sheet", "-o", str(out)]) == 0
    assert "Faglighed i beskæftigelsesindsatsen" in _read(out)
    own = tmp_path / "egen.toml"
    source = Path("resources/rammer/beskaeftigelsesfaglighed.toml").read_text(encoding="utf-8")
    own.write_text(source.replace('navn = "IT & Digital"', 'navn = "Data & IT"'), encoding="utf-8")
    assert main(["sheet", "--framework", str(own), "-o", str(out)]) == 0
    assert "3 Data & IT" in _read(out)
    assert main(["sheet", "--framework", str(tmp_path / "væk.toml"), "-o", str(out)]) == 1
