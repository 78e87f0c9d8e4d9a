import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isOnCallDue, unheardNeeds } from '@warmline/help';
import { instant, type Instant } from '@warmline/kernel';
import {
  OnCallReadModel,
  SEEN_RECORDED_EVERY,
  type NewOnCallMessage,
  type StoredHelpNeed,
  type StoredHelpNeeds,
  type Stores,
} from '@warmline/postgres';
import { AlarmClock, LiveIndex, staffPresence, visitorPresence, type Presence } from '@warmline/redis';
import { settleWithin } from '../../core/async/timeout';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';

/** It waits this long (ms), at most, to know who is connected. */
const LOOKED_FOR = 1_000;

interface Unheard {
  readonly needs: readonly StoredHelpNeed[];
  readonly supervisorSeenAt: Instant | null;
}

/** A console that answers is recorded every 15 s only: where nothing else is known, it counts as here until it is overdue. */
const seenAt = ({ now, seenAt: at }: StoredHelpNeeds, isPresenceUnknown: boolean): Instant | null =>
  at === null || !isPresenceUnknown ? at : instant(Math.min(now, at + SEEN_RECORDED_EVERY));

/**
 * Tells the on-call contacts when someone needs a supervisor and none is connected. Postgres holds each message, so it is made
 * once whatever process looks, and none is lost with Redis or with a worker.
 */
@Injectable()
export class TellContacts {
  constructor(
    private readonly changes: Changes,
    private readonly readings: OnCallReadModel,
    private readonly index: LiveIndex,
    private readonly alarms: AlarmClock,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async tellIfAlone(): Promise<void> {
    const stored = await this.readings.loadNeeds(this.service.id, this.timers.dangerHeardAfter);
    if (stored.needs.length === 0) return;
    const unheard = await this.unheardOf(stored);
    if (unheard.needs.length === 0) return;
    const made = await this.changes.commit((stores) => this.makeMessages(stores, unheard));
    for (const { id } of made) await this.alarms.set({ kind: 'on_call', id }, 0).catch(() => undefined);
  }

  private async unheardOf(stored: StoredHelpNeeds): Promise<Unheard> {
    const here = await this.present(stored);
    // While presence is unknown, who answered a moment ago counts as here, and no page as gone.
    const isHere = stored.supervisors.some((staff) => here?.has(staffPresence(staff)) === true);
    const supervisorSeenAt = isHere ? stored.now : seenAt(stored, here === null);
    const needs = stored.needs.filter(
      ({ conversation }) => conversation === null || here === null || here.has(visitorPresence(conversation)),
    );
    const moment = { now: stored.now, supervisorSeenAt };
    return { needs: unheardNeeds(needs, moment, this.timers.onCall), supervisorSeenAt };
  }

  /** Null when Redis does not answer. */
  private async present({ supervisors, needs }: StoredHelpNeeds): Promise<ReadonlySet<Presence> | null> {
    const visitors = needs.flatMap(({ conversation }) => conversation ?? []).map(visitorPresence);
    let here: ReadonlySet<Presence> | null = null;
    const looking = this.index
      .presentAmong([...supervisors.map(staffPresence), ...visitors])
      .then((members) => {
        here = members;
      });
    await settleWithin(LOOKED_FOR, looking);
    return here;
  }

  /** Decided under a lock, so that two processes that look at once make one message. */
  private async makeMessages(
    stores: Stores,
    { needs, supervisorSeenAt }: Unheard,
  ): Promise<readonly NewOnCallMessage[]> {
    const service = this.service.id;
    const at = instant(await stores.now());
    for (const { conversation } of needs)
      if (conversation !== null)
        await stores.onCall.saveUnheard({ type: 'danger_unheard', service, conversation, at });
    await stores.onCall.lockService(service);
    const because = needs.some(({ conversation }) => conversation !== null) ? 'danger' : 'help';
    const made: NewOnCallMessage[] = [];
    for (const { id: contact, toldAt } of await stores.onCall.loadContacts(service)) {
      if (!isOnCallDue(needs, { now: at, supervisorSeenAt, toldAt }, this.timers.onCall)) continue;
      const message = { id: randomUUID(), service, contact, because, at } as const;
      await stores.onCall.makeMessage(message);
      made.push(message);
    }
    if (made.length > 0) await stores.onCall.forgetOldMessages(service);
    return made;
  }
}
