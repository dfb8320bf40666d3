"""A process that marks through the program's own write path and says what is acknowledged.

Arguments: the file, and the number of the first step. Each step answers one item with its number
as the reason; "acknowledged N" is printed when step N is on disk. Ends only by being killed.
"""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Semaphore

from kompasskive.dialogue.model import ItemAnswer, Viewpoint, Workbook
from kompasskive.errors import FileError
from kompasskive.framework.model import Mark
from kompasskive.storage.workbook import Saved, open_workbook

IN_FLIGHT = 4


def main(path: Path, first: int) -> None:
    """Mark for ever, a few changes ahead of the disk."""
    file = open_workbook(path)
    if file.read_only_reason:
        sys.exit(file.read_only_reason)
    workbook, room = file.workbook, Semaphore(IN_FLIGHT)
    for step in count(first):
        room.acquire()
        after = marked(workbook, step)
        file.submit(workbook, after, Teller(step, room).done)
        workbook = after


class Teller:
    """Tells the parent about one step."""

    def __init__(self, step: int, room: Semaphore) -> None:
        self._step, self._room = step, room

    def done(self, answer: Saved | FileError) -> None:
        """Called on the writer's thread."""
        word = "acknowledged" if isinstance(answer, Saved) else "refused"
        print(word, self._step, flush=True)
        self._room.release()


def marked(workbook: Workbook, step: int) -> Workbook:
    """The workbook with this step's answer."""
    talk = workbook.dialogues[0]
    items = [item for field in workbook.framework_of(talk).fields for item in field.items]
    key = (Viewpoint.AGREED, items[step % len(items)].id)
    answer = ItemAnswer(Mark.CONFIDENT, reason=str(step))
    changed = replace(talk, items={**talk.items, key: answer})
    return replace(workbook, dialogues=(changed, *workbook.dialogues[1:]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
