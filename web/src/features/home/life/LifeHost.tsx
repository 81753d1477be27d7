import { useEffect } from "react";
import { refreshHome, useKnownHome } from "../homeData";
import { CopyBoardDialog } from "./CopyBoardDialog";
import { useLifeQuestion } from "./lifeStore";
import { RenameBoardDialog } from "./RenameBoardDialog";
import { SaveTemplateDialog } from "./SaveTemplateDialog";
import { TransferBoardDialog } from "./TransferBoardDialog";

const dialogs = {
  rename: RenameBoardDialog,
  copy: CopyBoardDialog,
  transfer: TransferBoardDialog,
  template: SaveTemplateDialog,
};

/** Stands in the frame, for whatever page offers the life of boards. */
export function LifeHost() {
  const question = useLifeQuestion();
  const home = useKnownHome();
  const isMissing = home === null;
  useEffect(() => {
    if (isMissing) void refreshHome();
  }, [isMissing]);
  // On the page of a board that was opened first of all, one's accounts are not known yet.
  if (!question || !home) return null;
  const LifeDialog = dialogs[question.kind];
  return <LifeDialog key={question.board.id} board={question.board} accounts={home.accounts} />;
}
