import type { Cancel } from './clock';

/** One value and those who want to know when it changes. Fits React's useSyncExternalStore as it is. */
export interface ReadableSignal<Value> {
  get(): Value;
  subscribe(listener: (value: Value) => void): Cancel;
}

export class Signal<Value> implements ReadableSignal<Value> {
  readonly #listeners = new Set<(value: Value) => void>();
  #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  readonly get = (): Value => this.#value;

  readonly subscribe = (listener: (value: Value) => void): Cancel => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener(value);
  }
}
