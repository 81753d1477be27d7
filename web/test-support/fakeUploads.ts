/** The server's upload door in memory, on connections that break when told; and a device's disk that outlives a reload. */
import type { Door, KeptUpload, Told, Upload, UploadDisk } from "../src/features/files/uploads/upload";
import { ApiError } from "../src/kits/apikit";

type There = { size: number; bytes: Uint8Array; name: string };

export class FakeUploadServer {
  readonly there = new Map<string, There>();
  readonly asked: string[] = [];
  isOnline = true;
  /** How many bytes a connection carries before it waits for `goOn`; 0: all at once. */
  step = 0;
  refuse: (upload: Upload) => [status: number, code: string, args?: object] | null = () => null;
  /** How many requests carried bytes at the same moment, at most. */
  mostAtOnce = 0;
  private atOnce = 0;
  private waiting: (() => void)[] = [];

  readonly door: Door = {
    begin: async (upload) => {
      this.reach(`begin ${upload.name}`);
      const no = this.refuse(upload);
      if (no) throw new ApiError(no[0], no[1], null, no[2] as Record<string, unknown>);
      const known = this.there.get(upload.id);
      if (!known) this.there.set(upload.id, { size: upload.size, bytes: new Uint8Array(), name: upload.name });
      return this.told(upload.id);
    },
    ask: async (id) => {
      this.reach("ask");
      return this.told(id);
    },
    push: async (id, file, offset, { signal, onSent }) => {
      const one = this.one(id);
      this.reach(`push ${one.name} from ${offset}`);
      if (offset !== one.bytes.length) throw new ApiError(409, "upload_offset");
      const all = new Uint8Array(await file.arrayBuffer());
      this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
      try {
        while (one.bytes.length < one.size) {
          const until = Math.min(one.size, this.step ? one.bytes.length + this.step : one.size);
          if (this.step) await new Promise<void>((resolve) => this.waiting.push(resolve));
          signal.throwIfAborted();
          if (!this.isOnline) throw new ApiError(0, "offline");
          one.bytes = all.slice(0, until);
          onSent(until);
        }
      } finally {
        this.atOnce -= 1;
      }
      return this.told(id);
    },
    giveUp: async (id) => {
      this.asked.push("give up");
      this.there.delete(id);
    },
  };

  /** Every connection carries its next bytes, or notices that it has broken. */
  goOn(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  text(name: string): string {
    const found = [...this.there.values()].find((one) => one.name === name);
    return new TextDecoder().decode(found?.bytes);
  }

  private reach(what: string): void {
    if (!this.isOnline) throw new ApiError(0, "offline");
    this.asked.push(what);
  }

  private one(id: string): There {
    const found = this.there.get(id);
    if (!found) throw new ApiError(404, "not_found");
    return found;
  }

  private told(id: string): Told {
    const { name, bytes, size } = this.one(id);
    return { name, offset: bytes.length, state: bytes.length === size ? "stored" : "open" };
  }
}

export class FakeUploadDisk implements UploadDisk {
  readonly kept = new Map<string, KeptUpload>();
  async put(kept: KeptUpload): Promise<void> {
    this.kept.set(kept.upload.id, kept);
  }
  async get(id: string): Promise<KeptUpload | undefined> {
    return this.kept.get(id);
  }
  async remove(id: string): Promise<void> {
    this.kept.delete(id);
  }
  async ids(): Promise<string[]> {
    return [...this.kept.keys()];
  }
  close(): void {}
  async erase(): Promise<void> {
    this.kept.clear();
  }
}

/** The locks of one device: a tab gets one when nobody holds it. */
export class FakeLocks {
  private readonly held = new Map<string, Promise<void>>();

  readonly claim = async (id: string, signal: AbortSignal): Promise<() => void> => {
    while (this.held.has(id)) await this.held.get(id);
    signal.throwIfAborted();
    let free: () => void = () => undefined;
    this.held.set(id, new Promise((resolve) => (free = resolve)));
    return () => {
      this.held.delete(id);
      free();
    };
  };
}
