import type { Instant, StaffId } from '@warmline/kernel';
import type { Responder } from '@warmline/routing';
import type { Agenda } from './agenda';
import { takesOffersUntil, type Duty } from './duty';
import { ResponderAtWork, type OnEnd } from './responder-at-work';

/** Everybody on shift, and those who still finish what they hold. */
export class Floor {
  private readonly onShift = new Map<StaffId, ResponderAtWork>();

  constructor(
    private readonly agenda: Agenda,
    private readonly slowdown: number,
    private readonly onEnd: OnEnd,
  ) {}

  /** Begins the shift at its time, or at once when it has begun. */
  plan(duty: Duty, onBegin: (now: Instant) => void): void {
    this.agenda.enter(duty.from, (now) => {
      this.onShift.set(duty.staff, new ResponderAtWork(duty, this.agenda, this.slowdown, this.onEnd));
      onBegin(now);
    });
  }

  responder(staff: StaffId): ResponderAtWork {
    const found = this.onShift.get(staff);
    if (found === undefined) throw new RangeError('nobody of this id is on shift');
    return found;
  }

  /** Present, chose to be available, being asked for nobody; those without room for one more only if `full`. */
  free(now: Instant, { full }: { full: boolean }): Responder[] {
    const found: Responder[] = [];
    for (const [staff, responder] of this.onShift) {
      if (responder.isAsked) continue;
      if (takesOffersUntil(responder.duty) > now) {
        if (responder.awayUntil <= now && (full || responder.hasRoom()))
          found.push(responder.asResponder(now));
      } else if (responder.holdings.length === 0) this.onShift.delete(staff);
    }
    return found;
  }
}
