import { elapsed, later, type Instant } from '@warmline/kernel';
import { isHeavy } from '@warmline/routing';
import { beginsBreak, RESTED, WELLBEING, type WorkingDay } from '@warmline/wellbeing';
import type { SimulatedContact } from '../trace';
import type { Duty } from './duty';

/** A responder's working day in one shift, as production reads it from Postgres. */
export class Shift {
  private openSince: Instant | null = null;
  private day: WorkingDay;

  constructor(private readonly duty: Duty) {
    this.day = { ...RESTED, shiftEndsAt: duty.until, takesSurge: duty.takesSurge };
  }

  asOf(now: Instant): WorkingDay {
    const worked = elapsed(this.duty.from, now);
    const openNow = this.openSince === null ? 0 : elapsed(this.openSince, now);
    return {
      ...this.day,
      workedInDay: worked,
      workedInWeek: worked,
      openFor: this.day.openFor + openNow,
      isTalking: this.openSince !== null,
    };
  }

  begin(contact: SimulatedContact, now: Instant): void {
    this.openSince ??= now;
    const { heavyInARow, heavySinceCheckIn } = this.day;
    this.day = isHeavy(contact)
      ? { ...this.day, heavyInARow: heavyInARow + 1, heavySinceCheckIn: heavySinceCheckIn + 1 }
      : { ...this.day, heavyInARow: 0 };
  }

  end(contact: SimulatedContact, now: Instant, stillOpen: number): void {
    const heavySince = isHeavy(contact) ? now : this.day.heavySince;
    this.day = { ...this.day, quietSince: now, heavySince };
    if (stillOpen > 0) return;
    this.day = { ...this.day, openFor: this.asOf(now).openFor };
    this.openSince = null;
    if (beginsBreak(this.asOf(now), now, WELLBEING))
      this.day = { ...this.day, openFor: 0, onBreakUntil: later(now, WELLBEING.breakFor) };
  }
}
