/** Calls off something that was to happen, or to be told. Calling it twice is harmless. */
export type Cancel = () => void;

/** Time as the client sees it; tests hand in their own. */
export interface Clock {
  /** Milliseconds since 1970, by this device: good for differences only, never compared with the server's times. */
  now(): number;
  after(milliseconds: number, run: () => void): Cancel;
}

/** At least 0 and less than 1, like Math.random. Only spreads retries in time; secrets come from elsewhere. */
export type Random = () => number;

export const deviceClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
