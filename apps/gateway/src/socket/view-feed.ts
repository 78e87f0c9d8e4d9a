import { BatchLoader } from '../core/async/batch';

/** Views loaded in one batch, at most. */
const BATCH_SIZE = 100;
/** After each batch (ms): too short to be seen, long enough for many keys to gather in a busy moment. */
const PAUSE = 20;

export interface ViewSource<Key, View> {
  /** Whether a page connected here shows the view of this key. */
  hasReaders(key: Key): boolean;
  /** The newest views of these keys. A key that is unknown by now has none. */
  loadViews(keys: readonly Key[]): Promise<Iterable<readonly [Key, View]>>;
  send(key: Key, view: View): void;
  /** Equal for views that show the same. Without it, every view that was loaded is sent. */
  fingerprint?(view: View): string;
  onError(error: unknown): void;
  /** Between two batches (ms), at least. */
  readonly pause?: number;
}

/**
 * Keeps the pages connected here up to date with their views. It loads many views in one query, sends the newest state, and
 * sends nothing that a page shows already. Every push of a whole view goes through one of these; the live view is sent as changes.
 */
export class ViewFeed<Key, View> {
  /** Fingerprints of what the pages show. */
  private readonly shown = new Map<Key, string>();
  /** Fingerprints that a poll found. They count as shown once the view has been sent. */
  private readonly found = new Map<Key, string>();
  private readonly batches: BatchLoader<Key>;

  constructor(private readonly source: ViewSource<Key, View>) {
    this.batches = new BatchLoader((keys) => this.sendViews(keys), {
      size: BATCH_SIZE,
      pause: source.pause ?? PAUSE,
      onError: (error) => source.onError(error),
    });
  }

  /** These may have changed: those that a page shows are loaded and sent soon. */
  refresh(keys: Iterable<Key>): void {
    this.batches.add([...keys].filter((key) => this.source.hasReaders(key)));
  }

  /** A poll of all keys: those with another fingerprint than what is shown are refreshed. Every other key is forgotten. */
  refreshChanged(fingerprints: ReadonlyMap<Key, string>): void {
    this.keepOnly(fingerprints);
    const changed = [...fingerprints].filter(([key, fingerprint]) => this.shown.get(key) !== fingerprint);
    for (const [key, fingerprint] of changed) this.found.set(key, fingerprint);
    this.refresh(changed.map(([key]) => key));
  }

  /** Forgets what was shown to everyone else. */
  keepOnly(keys: { has(key: Key): boolean }): void {
    for (const known of [this.shown, this.found])
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  }

  /** A page was shown something by other means: the next view is sent whatever it says. */
  forget(key: Key): void {
    this.shown.delete(key);
  }

  private async sendViews(keys: readonly Key[]): Promise<void> {
    const found = keys.flatMap((key) => {
      const fingerprint = this.found.get(key);
      return fingerprint === undefined ? [] : [[key, fingerprint] as const];
    });
    for (const [key, view] of await this.source.loadViews(keys)) this.sendIfChanged(key, view);
    for (const [key, fingerprint] of found) {
      this.shown.set(key, fingerprint);
      if (this.found.get(key) === fingerprint) this.found.delete(key);
    }
  }

  private sendIfChanged(key: Key, view: View): void {
    const fingerprint = this.source.fingerprint?.(view);
    if (fingerprint !== undefined) {
      if (this.shown.get(key) === fingerprint) return;
      this.shown.set(key, fingerprint);
    }
    this.source.send(key, view);
  }
}
