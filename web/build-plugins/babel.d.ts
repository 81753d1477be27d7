declare module "@babel/core" {
  /** The one function used of it (messageMacros.ts). */
  export function transformAsync(
    code: string,
    options: object,
  ): Promise<{ code?: string | null; map?: unknown } | null>;

  type Node = { type: string };
  type Property = Node & { key: Node & { name?: string }; value: Node & { value?: unknown } };
  type Parent = Node & { properties?: Property[] };
  type Path = { traverse(visitor: { ObjectProperty(path: { node: Property; parent: Parent }): void }): void };
  export type PluginObj = { visitor: { Program: { exit(program: Path): void } } };
  export const types: { valueToNode(value: unknown): Node };
}
