/** Texts begun and not sent, and typed texts that were refused (S9). In localStorage, so that they can be read while a component renders. */
export interface Drafts {
  get(key: string): string | undefined;
  set(key: string, text: string | null): void;
}

export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
  readonly length: number;
  key(at: number): string | null;
}

export class StoredDrafts implements Drafts {
  /** Also kept in memory: storage may be full or forbidden, and a text must survive at least the closing of its editor. */
  private readonly memory = new Map<string, string>();

  constructor(
    private readonly storage: TextStorage | null,
    person: string | null,
  ) {
    this.prefix = `tafla.draft.${person ?? "link"}.`;
  }

  private readonly prefix: string;

  get(key: string): string | undefined {
    try {
      return this.storage?.getItem(this.prefix + key) ?? this.memory.get(key);
    } catch {
      return this.memory.get(key);
    }
  }

  set(key: string, text: string | null): void {
    if (text === null) this.memory.delete(key);
    else this.memory.set(key, text);
    try {
      if (text === null) this.storage?.removeItem(this.prefix + key);
      else this.storage?.setItem(this.prefix + key, text);
    } catch {
      // Full: the memory has it.
    }
  }

  keys(): string[] {
    const keys = new Set(this.memory.keys());
    for (let at = 0; at < (this.storage?.length ?? 0); at++) {
      const key = this.storage?.key(at);
      if (key?.startsWith(this.prefix)) keys.add(key.slice(this.prefix.length));
    }
    return [...keys];
  }

  erase(): void {
    for (const key of this.keys()) this.set(key, null);
  }
}

const TYPED = ["title", "name", "text", "details", "description"];

/** The text a person typed into a command's arguments, or null when there is none worth keeping. */
export function typedText(args: unknown): string | null {
  if (typeof args !== "object" || args === null) return null;
  const found: string[] = [];
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === "string" && TYPED.includes(name)) found.push(value);
    else if (Array.isArray(value)) found.push(...value.map(typedText).filter((text) => text !== null));
  }
  return found.length > 0 ? found.join("\n") : null;
}
