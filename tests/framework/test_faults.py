"""Every kind of fault in a framework file is told in Danish, with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.errors import FrameworkError
from kompasskive.framework.reading import load_framework, read_framework
from kompasskive.framework.serial import from_plain, to_plain

SMALL = Path(__file__).parents[1] / "data" / "lille_ramme.toml"
TEXT = SMALL.read_text(encoding="utf-8")
LINES = TEXT.splitlines()
FIELD = """
[[felt]]
id = "{id}"
navn = "Felt {id}"
definition = "Evnen til noget."
beskrivelse = "Om feltet."
[[felt.punkt]]
id = "{id}-g1"
niveau = "grundlaeggende"
tekst = "Et punkt."
[[felt.punkt]]
id = "{id}-s1"
niveau = "specialiseret"
tekst = "Et andet punkt."
"""


def edited(edits: dict[int, str], more: str = "") -> str:
    """The small framework with whole lines replaced, so that no line moves."""
    return "\n".join(edits.get(n, line) for n, line in enumerate(LINES, 1)) + "\n" + more


def blank(first: int, last: int) -> dict[int, str]:
    """Edits that empty the lines from `first` to `last`."""
    return dict.fromkeys(range(first, last + 1), "")


def faults_of(text: str) -> tuple[str, ...]:
    with pytest.raises(FrameworkError) as caught:
        read_framework(text, "prøve.toml")
    return caught.value.faults


def fields(count: int) -> str:
    return "".join(FIELD.format(id=f"ekstra{n}") for n in range(count))


CASES = {
    "unknown key": ({12: 'udgiver = "U"\nnavm = "x"'}, ("linje 13: ukendt nøgle »navm«",)),
    "misspelt key": (
        {208: 'navm = "Felt et"'},
        ("linje 206: »navn« mangler", "linje 208: ukendt nøgle »navm« – mener du »navn«?"),
    ),
    "unknown section": (
        {9: '[kilder]\n"a b" = 1'},
        ("linje 9: ukendt nøgle »kilder« – mener du »kilde«?",),
    ),
    "missing root key": ({3: ""}, ("linje 1: »navn« mangler",)),
    "missing section": (
        blank(10, 14),
        ("linje 1: afsnittet [kilde] mangler",),
    ),
    "missing list section": (blank(98, 105), ("linje 1: afsnittet [[laeringsform]] mangler",)),
    "section of the wrong kind": (
        {9: 'kilde = "et link"', **blank(10, 14)},
        ("linje 9: »kilde« skal stå som afsnit: [kilde]",),
    ),
    "list section of the wrong kind": (
        {9: "spoergsmaal = [1]", **blank(198, 204)},
        ("linje 9: »spoergsmaal« skal stå som afsnit: [[spoergsmaal]]",),
    ),
    "no items": (blank(212, 220), ("linje 206: afsnittet [[felt.punkt]] mangler",)),
    "no basic item": (
        blank(212, 215),
        ("linje 206: feltet har ingen punkter på niveauet »grundlaeggende«",),
    ),
    "no specialised item": (
        {263: 'niveau = "grundlaeggende"'},
        ("linje 250: feltet har ingen punkter på niveauet »specialiseret«",),
    ),
    "only a retired specialised item": (
        {264: 'tekst = "Et punkt."\nudgaaet = true'},
        ("linje 250: feltet har ingen punkter på niveauet »specialiseret«",),
    ),
    "duplicate item id": (
        {235: 'id = "et-g1"'},
        ("linje 235: »et-g1« er brugt mere end én gang (først i linje 213)",),
    ),
    "item id taken by a field": (
        {235: 'id = "tre"'},
        ("linje 251: »tre« er brugt mere end én gang (først i linje 235)",),
    ),
    "duplicate prompt id": (
        {223: 'id = "fq1"'},
        ("linje 223: »fq1« er brugt mere end én gang (først i linje 199)",),
    ),
    "duplicate field name": (
        {252: 'navn = "Felt  to"'},
        ("linje 252: »Felt to« er brugt mere end én gang (først i linje 230)",),
    ),
    "malformed id": (
        {207: 'id = "Et felt"'},
        ("linje 207: id »Et felt« må kun have små bogstaver og tal med - eller _ imellem",),
    ),
    "malformed version": ({2: 'version = "1@0"'}, ("linje 2: version »1@0« skal ligne »1.0«",)),
    "empty text": ({215: 'tekst = ""'}, ("linje 215: »tekst« er tom",)),
    "text of blanks": ({19: "", 20: ' """'}, ("linje 18: »betydning« er tom",)),
    "control character": (
        {215: 'tekst = "Et\\u0007 punkt"'},
        ("linje 215: »tekst« har et usynligt styretegn",),
    ),
    "number for text": (
        {215: "tekst = 7"},
        ("linje 215: »tekst« skal være tekst i anførselstegn",),
    ),
    "text for list": (
        {5: 'lovgrundlag = "Loven"', **blank(6, 8)},
        ("linje 5: »lovgrundlag« skal være en liste af tekster",),
    ),
    "empty list": (blank(6, 7), ("linje 5: »lovgrundlag« skal have mindst én tekst, ikke 0",)),
    "empty text in list": ({7: '    "",'}, ("linje 7: »lovgrundlag« er tom",)),
    "number in list": ({7: "    1,"}, ("linje 7: »lovgrundlag« skal være tekst i anførselstegn",)),
    "four steps": (
        {21: 'trin = ["a", "b", "c", "d"]'},
        ("linje 21: »trin« skal have 5 tekster, ikke 4",),
    ),
    "unknown level": (
        {214: 'niveau = "ekspert"'},
        (
            "linje 206: feltet har ingen punkter på niveauet »grundlaeggende«",
            (
                "linje 214: ukendt niveau »ekspert«"
                " – mulighederne er »grundlaeggende« og »specialiseret«"
            ),
        ),
    ),
    "unknown dimension": (
        {101: 'dimension = "fysisk"'},
        (
            (
                "linje 101: ukendt dimension »fysisk«"
                " – mulighederne er »praktisk«, »refleksiv« og »relationel«"
            ),
        ),
    ),
    "unknown arena": (
        {55: 'arena = "hjemme"'},
        (
            "linje 53: udtryk »praktisk, individuelt« mangler",
            (
                "linje 55: ukendt arena »hjemme« – mulighederne er"
                " »individuelt«, »borger-og-virksomhed« og »organisatorisk«"
            ),
        ),
    ),
    "unknown provenance": (
        {216: 'oprindelse = "nabo"'},
        (
            (
                "linje 216: ukendt oprindelse »nabo«"
                " – mulighederne er »kilde«, »aendret« og »tilfoejet«"
            ),
        ),
    ),
    "unknown mark": (
        {116: 'markering = "god"'},
        (
            "linje 107: markering »paa-vej« mangler",
            (
                "linje 116: ukendt markering »god«"
                " – mulighederne er »nyt«, »paa-vej«, »sikker« og »deler«"
            ),
        ),
    ),
    "unknown prompt kind": (
        {224: 'slags = "svær"', 225: ""},
        ("linje 224: ukendt slags »svær« – mulighederne er »felt«, »dimension« og »dybde«",),
    ),
    "expression twice": (
        {60: 'arena = "individuelt"'},
        (
            "linje 53: udtryk »praktisk, borger-og-virksomhed« mangler",
            "linje 58: udtryk »praktisk, individuelt« står mere end én gang (først i linje 53)",
        ),
    ),
    "expression missing": (
        blank(58, 61),
        ("linje 53: udtryk »praktisk, borger-og-virksomhed« mangler",),
    ),
    "dimension missing": (blank(29, 33), ("linje 23: dimension »refleksiv« mangler",)),
    "mark missing": (blank(131, 137), ("linje 107: markering »deler« mangler",)),
    "arena missing": (blank(49, 51), ("linje 41: arena »organisatorisk« mangler",)),
    "six placements": (blank(139, 142), ("linje 144: placering »trin 0« mangler",)),
    "eight placements": (
        {173: '[[placering]]\ntrin = 7\nord = "Trin 7"\nbetydning = "Mere."\n'},
        ("linje 174: »trin« skal være fra 0 til 6, ikke 7",),
    ),
    "placement twice": (
        {145: "trin = 0"},
        (
            "linje 139: placering »trin 1« mangler",
            "linje 144: placering »trin 0« står mere end én gang (først i linje 139)",
        ),
    ),
    "placement not a number": (
        {140: "trin = true"},
        ("linje 139: placering »trin 0« mangler", "linje 140: »trin« skal være et helt tal"),
    ),
    "placement without level": (
        {140: ""},
        ("linje 139: »trin« mangler", "linje 139: placering »trin 0« mangler"),
    ),
    "reading missing": (
        blank(186, 190),
        ("linje 174: laesning »individuelt-laeringsbehov« mangler",),
    ),
    "one general prompt": (
        blank(202, 204),
        ("linje 198: der skal være mindst 2 generelle spørgsmål, [[spoergsmaal]]",),
    ),
    "dimension prompt without dimension": ({225: ""}, ("linje 222: »dimension« mangler",)),
    "field prompt with dimension": (
        {224: 'slags = "felt"'},
        ("linje 225: »dimension« hører kun til slags »dimension«",),
    ),
    "flag not a flag": (
        {216: 'udgaaet = "nej"'},
        ("linje 216: »udgaaet« skal være true eller false",),
    ),
    "unknown placeholder": (
        {112: 'leder = "{navn} kan."'},
        ("linje 112: »leder« må kun have pladsholderen {name}",),
    ),
    "two fields": (blank(250, 270), ("linje 206: rammen har 2 felter – der skal være 3 til 8",)),
}


@pytest.mark.parametrize(("edits", "expected"), CASES.values(), ids=CASES.keys())
def test_fault_is_told_with_its_line(edits: dict[int, str], expected: tuple[str, ...]) -> None:
    assert faults_of(edited(edits)) == expected


def test_nine_fields_are_one_too_many() -> None:
    assert faults_of(edited({}, fields(6))) == (
        "linje 206: rammen har 9 felter – der skal være 3 til 8",
    )


@pytest.mark.parametrize("count", [0, 5])
def test_three_to_eight_fields_are_welcome(count: int) -> None:
    assert len(read_framework(edited({}, fields(count)), "prøve.toml").fields) == 3 + count


def test_all_faults_of_a_file_are_told_together_in_line_order() -> None:
    edits = {
        2: "version = 1",
        7: '    "",',
        12: "",
        21: 'trin = "a"',
        50: 'arena = "ude"',
        213: 'id = "Nej!"',
        215: 'tekst = " "',
        252: 'navn = "Felt to"',
        264: 'text = "Et andet punkt."',
    }
    assert faults_of(edited(edits)) == (
        "linje 2: »version« skal være tekst i anførselstegn",
        "linje 7: »lovgrundlag« er tom",
        "linje 10: »udgiver« mangler",
        "linje 21: »trin« skal være en liste af tekster",
        "linje 41: arena »organisatorisk« mangler",
        (
            "linje 50: ukendt arena »ude« – mulighederne er"
            " »individuelt«, »borger-og-virksomhed« og »organisatorisk«"
        ),
        "linje 213: id »Nej!« må kun have små bogstaver og tal med - eller _ imellem",
        "linje 215: »tekst« er tom",
        "linje 252: »Felt to« er brugt mere end én gang (først i linje 230)",
        "linje 261: »tekst« mangler",
        "linje 264: ukendt nøgle »text« – mener du »tekst«?",
    )


def test_an_empty_file_misses_everything() -> None:
    faults = faults_of("")
    assert "linje 1: »id« mangler" in faults
    assert "linje 1: afsnittet [kilde] mangler" in faults
    assert "linje 1: afsnittet [[felt]] mangler" in faults
    assert len(faults) == 16


def test_the_sentence_names_the_file_and_counts_the_faults() -> None:
    with pytest.raises(FrameworkError) as one:
        read_framework(edited({3: ""}), "vores.toml")
    with pytest.raises(FrameworkError) as two:
        read_framework(edited({3: "", 4: ""}), "vores.toml")
    assert "»vores.toml« har én fejl og er ikke taget i brug" in str(one.value)
    assert "»vores.toml« har 2 fejl og er ikke taget i brug" in str(two.value)


SYNTAX = {
    "no quotes": (
        {3: "navn = En lille ramme"},
        3,
        "her mangler en værdi, anførselstegn om den eller et ] før den",
    ),
    "no end quote": (
        {3: 'navn = "En lille ramme'},
        3,
        "teksten mangler et anførselstegn til sidst",
    ),
    "no end of long text": ({20: "og vælge."}, 270, "teksten mangler et anførselstegn til sidst"),
    "no equals sign": ({3: 'navn "En"'}, 3, "der mangler et lighedstegn efter nøglen"),
    "key twice": ({4: 'navn = "Igen"'}, 4, "nøglen står to gange i samme afsnit"),
    "section twice": ({22: "[kilde]"}, 22, "afsnittet står to gange"),
    "open header": ({10: "[kilde"}, 10, "afsnittets navn mangler ] til sidst"),
    "open list": (
        {8: ""},
        10,
        "her mangler en værdi, anførselstegn om den eller et ] før den",
    ),
    "no comma in list": (
        {6: '    "Første lov"'},
        7,
        "listen mangler et komma eller et ] til sidst",
    ),
    "backslash": ({3: 'navn = "C:\\mappe"'}, 3, "en omvendt skråstreg skal skrives to gange"),
    "huge number": ({3: f"navn = {'9' * 5000}"}, 1, "et tal er alt for langt"),
    "too deep": ({3: f"navn = {'[' * 5000}"}, 1, "lister ligger for dybt inde i hinanden"),
}


@pytest.mark.parametrize(("edits", "line", "meaning"), SYNTAX.values(), ids=SYNTAX.keys())
def test_text_that_is_not_toml(edits: dict[int, str], line: int, meaning: str) -> None:
    assert faults_of(edited(edits)) == (f"linje {line}: filen er ikke gyldig TOML: {meaning}",)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"ingen\.toml« findes ikke"):
        load_framework(tmp_path / "ingen.toml")


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match="kan ikke læses"):
        load_framework(tmp_path)


def test_file_far_too_large(tmp_path: Path) -> None:
    large = tmp_path / "stor.toml"
    large.write_bytes(b"#" * 1_000_001)
    with pytest.raises(FrameworkError, match="over 1 MB"):
        load_framework(large)


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('id = "x"\nversion = "1"\nnavn = "Læring"\n'.encode("latin-1"))
    with pytest.raises(FrameworkError) as caught:
        load_framework(latin)
    assert caught.value.faults == ("linje 3: filen er ikke gemt som UTF-8",)


def test_file_as_notepad_saves_it(tmp_path: Path) -> None:
    notepad = tmp_path / "notesblok.toml"
    text = edited({}).replace("\n", "\r\n")
    notepad.write_bytes(text.encode("utf-8-sig"))
    assert load_framework(notepad) == read_framework(edited({}), "prøve.toml")


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 60),
    st.sampled_from(
        ["", '"', "[", "]]", "{", "}", "=", "\n", "\\", "'''", "#", "x = [[1], {a = 2}]\n"]
    )
    | st.text(max_size=8),
)
def test_any_damage_is_told_and_never_a_crash(start: int, length: int, new: str) -> None:
    text = TEXT[:start] + new + TEXT[start + length :]
    try:
        framework = read_framework(text, "prøve.toml")
    except FrameworkError as error:
        numbers = [int(fault.split(":")[0].removeprefix("linje ")) for fault in error.faults]
        assert numbers == sorted(numbers)
        assert 1 <= numbers[0] <= numbers[-1] <= text.count("\n") + 1
    else:
        assert from_plain(to_plain(framework)) == framework


@pytest.mark.parametrize("depth", [100, 200, 300, 330, 400, 450])
def test_nesting_of_any_depth_is_told(depth: int) -> None:
    text = edited({3: f"navn = {'[' * depth}1{']' * depth}"})
    assert faults_of(text)[0].startswith("linje ")
