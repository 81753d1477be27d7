/**
 * Work too large for one command is a job on the server (S23): it goes on by itself, shows how far it is, can be stopped, and is undone as one.
 *
 *     await runJob("board.copy", { board_id, ... }, { doing: t`Copying the board`, done: t`The board is copied` });
 */
import { t } from "@lingui/core/macro";
import { ApiError, api } from "../../kits/apikit";
import { uuid7 } from "../../kits/idkit";
import { refusalText } from "../../ui/refusals";
import { toasts } from "../../ui/toasts";

export type Job = {
  id: string;
  kind: string;
  state: "running" | "done" | "failed" | "cancelled";
  code: string;
  done: number;
  total: number;
};

/** What the person reads while it goes on and at its end; `isUndoable` offers to take it back. */
export type JobWords = { doing: string; done: string; isUndoable?: boolean };

const ASK_EVERY_MS = 500;
/** A job of a moment shows nothing but its end. */
const QUIET_MS = 400;

/** Begins a job and resolves when it ends; null when it could not begin. */
export async function runJob(kind: string, args: Record<string, unknown>, words: JobWords): Promise<Job | null> {
  const id = uuid7(Date.now());
  try {
    return await follow(await api.post<Job>("/api/v1/jobs", { job_id: id, kind, args }), words);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    toasts.add({ kind: "error", text: refusalText(error.code, error.args) });
    return null;
  }
}

async function follow(begun: Job, words: JobWords): Promise<Job> {
  let job = begun;
  let shown: number | null = null;
  const stop = { label: t`Stop`, run: () => void api.post(`/api/v1/jobs/${job.id}/cancel`).catch(() => undefined) };
  await wait(QUIET_MS);
  while (job.state === "running") {
    job = await look(job);
    if (job.state !== "running") break;
    const line = { text: words.doing, progress: { done: job.done, total: job.total }, action: stop };
    if (shown === null) shown = toasts.add(line);
    else toasts.become(shown, line);
    await wait(ASK_EVERY_MS);
  }
  if (shown !== null) toasts.close(shown);
  tell(job, words);
  return job;
}

/** Without a network it goes on all the same, so asking is tried again. */
async function look(job: Job): Promise<Job> {
  try {
    return await api.get<Job>(`/api/v1/jobs/${job.id}`);
  } catch (error) {
    if (error instanceof ApiError && error.status !== 0 && error.status < 500) throw error;
    return job;
  }
}

function tell(job: Job, words: JobWords): void {
  const { done, total } = job;
  const undoing = { doing: t`Undoing`, done: t`Undone` };
  const undo = { label: t`Undo`, run: () => void runJob("job.undo", { job_id: job.id }, undoing) };
  const action = words.isUndoable && done > 0 ? undo : undefined;
  if (job.state === "done") toasts.add({ kind: "done", text: words.done, action });
  else if (job.state === "cancelled") toasts.add({ text: t`Stopped after ${done} of ${total}.`, action });
  else toasts.add({ kind: "error", text: refusalText(job.code, {}), action });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
