interface Reading<Value> {
  /** By this process's steady clock (ms). */
  readonly at: number;
  readonly value: Promise<Value>;
}

/** Keeps what was loaded for each key. Callers at the same time share one load, and a load that fails is not kept. */
export class TimedCache<Value, Key = void> {
  private readonly readings = new Map<Key, Reading<Value>>();

  constructor(private readonly load: (key: Key) => Promise<Value>) {}

  /** A value whose load began at most `maxAge` ms ago. Rejects when the load fails. */
  get(maxAge: number, key: Key): Promise<Value> {
    const now = performance.now();
    const known = this.readings.get(key);
    if (known !== undefined && now - known.at <= maxAge) return known.value;
    const reading = { at: now, value: this.load(key) };
    this.readings.set(key, reading);
    reading.value.catch(() => {
      if (this.readings.get(key) === reading) this.readings.delete(key);
    });
    return reading.value;
  }

  /** The next caller loads again. */
  forget(key: Key): void {
    this.readings.delete(key);
  }
}
