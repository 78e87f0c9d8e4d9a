import TinyQueue from 'tinyqueue';
import type { Instant } from '@warmline/kernel';

/** Something that will happen, unless it is called off. */
export interface Appointment {
  readonly at: Instant;
  readonly number: number;
  readonly happen: (now: Instant) => void;
  calledOff: boolean;
}

/** What is to come, soonest first; what was entered first goes first at the same moment. */
export class Agenda {
  private readonly queue = new TinyQueue<Appointment>([], (one, other) =>
    one.at === other.at ? one.number - other.number : one.at - other.at,
  );
  private entered = 0;

  enter(at: Instant, happen: (now: Instant) => void): Appointment {
    this.entered += 1;
    const appointment = { at, number: this.entered, happen, calledOff: false };
    this.queue.push(appointment);
    return appointment;
  }

  /** The next that was not called off; undefined at the end of all things. */
  next(): Appointment | undefined {
    for (;;) {
      const first = this.queue.pop();
      if (first === undefined || !first.calledOff) return first;
    }
  }
}
