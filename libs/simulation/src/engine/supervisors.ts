import { later, type ConversationId, type Instant } from '@warmline/kernel';
import type { Chance } from '../chance/chance';
import type { Agenda } from './agenda';
import { acceptTime } from './answering';
import type { Waiting } from './line';

const HELD_AT_MOST = 2;

/** The supervisors on shift, for calls about band 1: each holds up to two of these. */
export class Supervisors {
  taken = 0;
  private readonly called = new Set<ConversationId>();
  private free: number;

  constructor(
    private readonly agenda: Agenda,
    private readonly chance: Chance,
    onShift: number,
  ) {
    this.free = HELD_AT_MOST * onShift;
  }

  /** Calls every free supervisor, once for each visitor. `take` returns false if the visitor no longer waits. */
  call({ contact }: Waiting, now: Instant, take: (now: Instant) => boolean): void {
    if (this.free === 0 || this.called.has(contact.conversation)) return;
    this.called.add(contact.conversation);
    this.agenda.enter(later(now, acceptTime(this.chance)), (then) => {
      this.called.delete(contact.conversation);
      if (this.free === 0 || !take(then)) return;
      this.free -= 1;
      this.taken += 1;
      this.agenda.enter(later(then, contact.work), () => {
        this.free += 1;
      });
    });
  }
}
