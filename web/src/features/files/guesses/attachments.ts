import type { AttachmentRow } from "../../../contracts/rows";
import { cleanFileName, cleanLabel, endingOf, withEnding } from "../../../kits/filenamekit";
import { type GuessTx, registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "../../cards/guesses/cardRules";

/** An attachment, not of a frozen card; the server's rules stand in `tafla/files/rules.py`. */
function mustBeOpen(tx: GuessTx, attachmentId: string): AttachmentRow {
  const row = tx.must("attachments", attachmentId);
  if (tx.row("cards", row.subject_id)) mustBeEditable(tx, row.subject_id);
  return row;
}

registerGuess("file.rename", (tx, args) => {
  const row = mustBeOpen(tx, args.attachment_id);
  const name = row.kind === "file" ? withEnding(cleanFileName(args.name), endingOf(row.name)) : cleanLabel(args.name);
  const others = tx.order("attachments", row.subject_id).filter((id) => id !== row.id);
  // The server may refuse a name that hangs there already.
  if (row.kind === "file" && others.some((id) => tx.row("attachments", id)?.name === name)) tx.give_up();
  tx.patch("attachments", row.id, { name });
});

registerGuess("file.move", (tx, args) => {
  const row = mustBeOpen(tx, args.attachment_id);
  const rank = tx.place("attachments", row.subject_id, args.after, args.before);
  tx.patch("attachments", row.id, { rank });
});

registerGuess("file.remove", (tx, args) => {
  const row = mustBeOpen(tx, args.attachment_id);
  tx.remove("attachments", row.id);
  for (let number = row.version; number > 0; number -= 1) tx.remove("attachment_versions", `${row.id}.${number}`);
  const shelf = tx.row("shelves", row.subject_id);
  if (shelf) tx.patch("shelves", shelf.id, { count: shelf.count - 1 });
});
