"""Expected failures: each carries one Danish sentence that a user can act on."""


class ExpectedError(Exception):
    """A failure the program knows; `str(error)` is the sentence shown to the user."""


class FrameworkError(ExpectedError):
    """A framework file is not valid; `faults` holds every fault found, in line order.

    `faults` are Danish one-liners such as "linje 12: ukendt nøgle »navm«".
    """

    def __init__(self, sentence: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.faults = faults


class FileError(ExpectedError):
    """The workbook file cannot be read, written or trusted."""


class DamagedError(FileError):
    """The file is damaged, another program's or gone: what is left of it lies in its backups."""


class LockedError(FileError):
    """The file is encrypted, and its password was not given or does not fit."""


class PasswordError(ExpectedError):
    """A password cannot be used as a file's new one."""


class TakenOverError(FileError):
    """Another window took the file over, so this one may not write in it any more."""


class AccessRequestError(ExpectedError):
    """Nothing about somebody may go while they have asked to see it."""


class NotFoundError(ExpectedError):
    """A person, talk or file that was asked for does not exist or is ambiguous."""


class OutputError(ExpectedError):
    """A report, picture or export could not be written."""
