"""What the command line says about keeping: passphrase, recovery code, receipts, backups, erasing."""

from __future__ import annotations

from collections.abc import Sequence

from walkaway.app.people import Alike, Merged
from walkaway.app.same_person import Reason
from walkaway.words.printable import printable

LABEL = "Passphrase"
CODE_LABEL = "The recovery code you wrote down"
CODE_NEEDED = "Which recovery code opens the store?"
NEW_LABEL = "New passphrase (four words are good)"
AGAIN = "Once more"
NOT_THE_SAME = "The two differ. Try again."
FIRST = "What you keep is encrypted. Choose a passphrase; without it nobody can read it, and nobody can reset it."
CODE = "Your recovery code. Write it on paper and keep it safe: it opens your store if you forget the passphrase."
CODE_HINT = "It is shown this once."
NEEDED = "Which passphrase opens the store?"
NEW_NEEDED = "Which new passphrase shall open the store?"

ADDED = "{name}: {read} read = {kept} kept, {there} already there, {skipped} skipped."
SKIPPED = "  line {line}: {reason}"
MORE_SKIPPED = "  … and {n} more"
ONLY_COUNTS = "Only counts are kept of {name}: when, by whom and how much, and no words."

CHANGED = "The new passphrase opens the store. The old one does not. Old backups still open with the old one."
KEYRING_ON = "The keyring of this system opens the store from now on. The passphrase does too."
KEYRING_OFF = "Only the passphrase and the recovery code open the store now."
EXPORTED = "{n} messages written to {path}. These files are plain: anyone who has them can read them."
REPLACE = "{path} is there already, and may be an earlier backup. Type yes to put the new one in its place"
NEEDS_REPLACE = "A file is there already, and may be an earlier backup. Shall the new one take its place?"
NOT_REPLACED = "Nothing was written. Give another name for the backup."
NO_FILE = "{path} is not a file. Give the name of a file, like walkaway-backup.walkaway."
BACKED_UP = "Written to {path}. It is encrypted; the passphrase of today opens it."
RESTORED = "The store is the one of {path} now."
PUT_ASIDE = "What was here before lies in {backups}, encrypted."
TAKEN_IN = "{read} messages read = {kept} kept, {there} already there."
ERASE_ONE = "Erase {name}, with all messages and settings? This cannot be undone. Type the name to go on"
ERASE_ALL = "Erase the whole store, its keys and its own backups? This cannot be undone. Type yes to go on"
ERASE_PLAIN = "Erase these plain folders, with every file in them? This cannot be undone.\n{folders}\nType yes to go on"
ERASED_PLAIN = "Erased: {names}. A disk can still hold traces of plain files."
NOTHING_KEPT = "Nothing is kept in {folder}, so there is nothing to erase. If it lies elsewhere, name it with --home."
YES = "yes"
NOT_ERASED = "Nothing was erased."
ERASED_ONE = "{name} is erased. Backups you made elsewhere still hold it: remove them too."
ERASED_ALL = "Erased. Files removed: {n}. Backups and exports you made elsewhere are still there."
PLAIN_LEFT = "Plain files of these are still in {folder}, with all they hold: {names}. Remove them there yourself."
NEEDS_YES = "Shall it be erased? This cannot be undone."
SERVER_KEYS = "The store lies on a PostgreSQL server, which has its own passwords, keys and backups (pg_dump)."
WHOLE = "Everything in the store is as it was written."
SAME = "{part} and {whole} are shown as one. To take it back: walkaway people apart {typed}"
APART = "{part} is shown alone again."
TWO = "{one} and {other} are two. They will not be named here again."
MAY_BE_ONE = "{part} and {whole} may be one person: {reasons}."
SHOWN_WITH = "{part} is shown with {whole}."
HOW_ONE = "If two are one: walkaway people same NAME NAME. If not: walkaway people two NAME NAME"
HOW_APART = "To take that back: walkaway people apart NAME"
NOBODY_ALIKE = "Nobody here looks like the same person under two names."
REASONS: dict[Reason, str] = {
    Reason.SAME_ADDRESS: "the same e-mail address",
    Reason.SAME_NUMBER: "the same phone number",
    Reason.SAME_NAME: "the same full name",
    Reason.NAME_IN_ADDRESS: "the name of one is in the address of the other",
    Reason.SAME_LOCAL_PART: "the same e-mail name at two providers",
    Reason.SAME_SHORT_NAME: "the same short name, on two channels, where nobody else has it",
}
STOPPED = "Stopped. What is listed above is kept. Add the files again to go on: nothing is kept twice."
TAKEN_OVER = "What you kept in plain files in {folder} is in the store too now. You may remove the plain files."
PLAIN_CHANGED = (
    "Plain files in {folder} changed since they came into the store: {names}. The store counts, and they do not. "
    "To take them over again: walkaway store take-over. Else remove them."
)
NOTHING_PLAIN = "No plain file in {folder} changed since it came into the store."
NOT_TAKEN_OVER = "The chats of these need a word from you: {names}. Add them with: walkaway add FILE --to NAME"

FOUND = "Found: {kinds}. {people} you write with, {messages}."
LEFT_OUT = "Left out: {what}."
ALL_OR_WHICH = "There are {n} people here. All of them, or which?"
ALL_HINT = "Type all, or names with commas between"
ALL = "all"
ALL_NEEDED = "There are {n} people here. Take in all of them with --all, or name who it is."
NO_PARTNER = (
    "There is nobody here you write with in a chat of two. Name whom you mean with --with, or give another file."
)
ACCOUNT = "{people}. {read} read = {kept} kept, {there} already there, {skipped} skipped."
STOPPED_ACCOUNT = "Stopped. Who was kept so far stays kept. Add the same again to go on: nothing is kept twice."
NOT_TO_ALL = "--to names one pursuit, and --all takes in many. Leave one of them out."
NEXT = "Now see them side by side: walkaway status"


def people_lines(alike: Sequence[Alike], one: Sequence[Merged]) -> tuple[str, ...]:
    """Who may be one person, and why; who is shown as one; and what to type."""
    lines = [
        MAY_BE_ONE.format(
            part=printable(pair.part, 40),
            whole=printable(pair.whole, 40),
            reasons=", ".join(REASONS[reason] for reason in pair.reasons),
        )
        for pair in alike
    ]
    lines += [HOW_ONE] if alike else [NOBODY_ALIKE]
    lines += [SHOWN_WITH.format(part=printable(m.part, 40), whole=printable(m.whole, 40)) for m in one]
    return (*lines, HOW_APART) if one else tuple(lines)
