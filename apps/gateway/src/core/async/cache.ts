interface Reading<Value> {
  /** By this process's steady clock (ms). */
  readonly at: number;
  readonly value: Promise<Value>;
}

/** Keys that are kept, at most, where nothing else is said. */
const KEPT_MOST = 100;

/**
 * Keeps what was loaded for each key, of at most `most` keys: then the one that was loaded longest ago goes. Callers at the same
 * time share one load, and a load that fails is not kept.
 */
export class TimedCache<Value, Key = void> {
  private readonly readings = new Map<Key, Reading<Value>>();

  constructor(
    private readonly load: (key: Key) => Promise<Value>,
    private readonly most = KEPT_MOST,
  ) {}

  /** A value whose load began at most `maxAge` ms ago. Rejects when the load fails. */
  get(maxAge: number, key: Key): Promise<Value> {
    const now = performance.now();
    const known = this.readings.get(key);
    if (known !== undefined && now - known.at <= maxAge) return known.value;
    const reading = { at: now, value: this.load(key) };
    this.keep(key, reading);
    reading.value.catch(() => {
      if (this.readings.get(key) === reading) this.readings.delete(key);
    });
    return reading.value;
  }

  /** The next caller loads again. */
  forget(key: Key): void {
    this.readings.delete(key);
  }

  private keep(key: Key, reading: Reading<Value>): void {
    this.readings.delete(key);
    this.readings.set(key, reading);
    for (const oldest of this.readings.keys()) {
      if (this.readings.size <= this.most) return;
      this.readings.delete(oldest);
    }
  }
}
