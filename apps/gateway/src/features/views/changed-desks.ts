import { Injectable } from '@nestjs/common';
import type { ConversationId, StaffId } from '@warmline/kernel';
import { DeskFingerprintReadModel } from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';

/** Which desks of the people connected here are not what was last pushed to them. */
@Injectable()
export class ChangedDesks {
  private readonly pushed = new Map<StaffId, string>();

  constructor(
    private readonly prints: DeskFingerprintReadModel,
    private readonly index: LiveIndex,
  ) {}

  /**
   * Each with what to call once it has been pushed; until then it counts as changed. Forgets who is not among these. What a
   * console hears in a timeline makes its desk no other; where it does not hear it, the desk must tell of it.
   */
  async among(
    staff: ReadonlySet<StaffId>,
    hears: (staff: StaffId, conversation: ConversationId) => boolean,
  ): Promise<{ staff: StaffId; wasPushed: () => void }[]> {
    for (const id of this.pushed.keys()) if (!staff.has(id)) this.pushed.delete(id);
    const prints = await this.prints.loadFingerprints([...staff]);
    const members = prints.flatMap(({ conversations }) => conversations.map(({ id }) => visitorPresence(id)));
    const present = await this.index.presentAmong(members).catch(() => new Set<Presence>());
    return prints
      .map(({ staff: id, fingerprint: print, conversations }) => {
        const here = conversations.filter((one) => present.has(visitorPresence(one.id))).map((one) => one.id);
        const unheard = conversations
          .filter((one) => !hears(id, one.id))
          .map((one) => `${one.id}:${one.head}`);
        return { id, now: `${print} ${here.join()} ${unheard.join()}` };
      })
      .filter(({ id, now }) => this.pushed.get(id) !== now)
      .map(({ id, now }) => ({ staff: id, wasPushed: () => void this.pushed.set(id, now) }));
  }
}
