import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

export type Question = {
  title: string;
  /** What happens, with the count, and whether it can be taken back. */
  body: ReactNode;
  confirmLabel: string;
  isDanger?: boolean;
};

type Asked = Question & { answer: (isYes: boolean) => void };

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function set(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks, and says whether the person agreed. For acts that undo cannot take back; all others do not ask. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    set({
      ...question,
      answer: (isYes) => {
        set(null);
        resolve(isYes);
      },
    });
  });
}

/** Stands once at the root of the page. */
export function ConfirmHost() {
  const { t } = useLingui();
  const question = useSyncExternalStore(subscribe, () => asked);
  if (!question) return null;
  const footer = (
    <>
      <Button onPress={() => question.answer(false)} autoFocus>
        {t`Cancel`}
      </Button>
      <Button look={question.isDanger ? "danger" : "primary"} onPress={() => question.answer(true)}>
        {question.confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      isQuestion
      size="small"
      title={question.title}
      onClose={() => question.answer(false)}
      footer={footer}
    >
      {question.body}
    </Dialog>
  );
}
