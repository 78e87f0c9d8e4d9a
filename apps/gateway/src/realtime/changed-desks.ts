import { Injectable } from '@nestjs/common';
import type { StaffId } from '@warmline/kernel';
import { DeskPrints } from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';

/** Which desks of the people connected here are not what was last pushed to them. */
@Injectable()
export class ChangedDesks {
  private readonly pushed = new Map<StaffId, string>();

  constructor(
    private readonly prints: DeskPrints,
    private readonly index: LiveIndex,
  ) {}

  /** Each with what to call once it has been pushed; until then it counts as changed. Forgets who is not among these. */
  async among(staff: ReadonlySet<StaffId>): Promise<{ staff: StaffId; wasPushed: () => void }[]> {
    for (const id of this.pushed.keys()) if (!staff.has(id)) this.pushed.delete(id);
    const prints = await this.prints.of([...staff]);
    const members = prints.flatMap(({ conversations }) => conversations.map(visitorPresence));
    const present = await this.index.presentAmong(members).catch(() => new Set<Presence>());
    return prints
      .map(({ staff: id, print, conversations }) => ({
        id,
        now: `${print} ${conversations.filter((one) => present.has(visitorPresence(one))).join()}`,
      }))
      .filter(({ id, now }) => this.pushed.get(id) !== now)
      .map(({ id, now }) => ({ staff: id, wasPushed: () => void this.pushed.set(id, now) }));
  }
}
