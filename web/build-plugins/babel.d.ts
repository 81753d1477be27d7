declare module "@babel/core" {
  /** The one function used of it (messageMacros.ts). */
  export function transformAsync(
    code: string,
    options: object,
  ): Promise<{ code?: string | null; map?: unknown } | null>;
}
