import { useMemo, useSyncExternalStore } from "react";
import type { Upload } from "./upload";
import type { Uploads } from "./uploadQueue";
import { uploads } from "./uploads";

export const useUploads = (): Uploads => useSyncExternalStore(uploads.subscribe, uploads.now);

/** Those on their way to one card or board. */
export function useUploadsOf(subjectId: string): readonly Upload[] {
  const { list } = useUploads();
  return useMemo(() => list.filter(({ subject }) => subject.id === subjectId), [list, subjectId]);
}
