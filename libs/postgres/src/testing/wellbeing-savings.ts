import { v7 as uuid } from 'uuid';
import {
  HOUR,
  later,
  shiftId,
  type Instant,
  type ServiceId,
  type ShiftId,
  type StaffId,
} from '@warmline/kernel';
import type { TriageEvent } from '@warmline/routing';
import type { WellbeingEvent } from '@warmline/wellbeing';
import type { Stores } from '../connection/unit-of-work';
import { about, type Saving, type There } from './saving';

interface Mine {
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly at: Instant;
}

const mine = async ({ scene, person }: There, stores: Stores): Promise<Mine> => ({
  service: scene.service,
  staff: person.id,
  at: await stores.now(),
});

/** Something of their own day. */
const ofDay =
  (save: (stores: Stores, fact: Mine) => Promise<void>): Saving =>
  (there) =>
    Promise.resolve(async (stores) => save(stores, await mine(there, stores)));

const checkIn = async (stores: Stores, fact: Mine, shift: ShiftId): Promise<void> =>
  stores.shifts.checkIn({
    type: 'checked_in',
    ...fact,
    shift,
    checkIn: 'yes',
    takesSurge: true,
    shiftEndsAt: later(fact.at, 2 * HOUR),
  });

/** In a shift that has begun already. */
const inShift =
  (save: (stores: Stores, fact: Mine & { readonly shift: ShiftId }) => Promise<void>): Saving =>
  async (there) => {
    const shift = shiftId(uuid());
    await there.scene.work.inTransaction(async (stores) => checkIn(stores, await mine(there, stores), shift));
    return async (stores) => save(stores, { ...(await mine(there, stores)), shift });
  };

export const wellbeingSavings: Record<(WellbeingEvent | TriageEvent)['type'], Saving> = {
  checked_in: ofDay((stores, fact) => checkIn(stores, fact, shiftId(uuid()))),
  checked_out: inShift((stores, fact) =>
    stores.shifts.checkOut(
      { type: 'checked_out', ...fact },
      { feeling: 'tired', review: { wentWell: true, passOn: false, wantsContact: true } },
    ),
  ),
  break_began: ofDay((stores, fact) =>
    stores.shifts.beginBreak({ type: 'break_began', ...fact, until: later(fact.at, HOUR), why: 'due' }),
  ),
  break_wanted: ofDay((stores, fact) => stores.shifts.planBreak({ type: 'break_wanted', ...fact })),
  break_delayed: ofDay((stores, fact) =>
    stores.shifts.planBreak({ type: 'break_delayed', ...fact, until: later(fact.at, HOUR) }),
  ),
  break_ended: ofDay((stores, fact) => stores.shifts.endBreak({ type: 'break_ended', ...fact })),
  rest_extended: ofDay((stores, fact) => stores.shifts.extendCoolDown({ type: 'rest_extended', ...fact })),
  contact_wanted: ofDay((stores, fact) => stores.shifts.wantContact({ type: 'contact_wanted', ...fact })),
  topic_muted: inShift((stores, fact) =>
    stores.shifts.muteTopic({ type: 'topic_muted', ...fact, topic: 'bereavement' }),
  ),
  band_changed: async (there) => {
    const conversation = await there.scene.waiting();
    const fact = { type: 'band_changed', ...about(there, conversation), from: 3, to: 2 } as const;
    return async (stores) => {
      const at = await stores.now();
      const why = { because: 'words', by: null, words: uuid(), reason: null } as const;
      await stores.conversations.changeBand({ ...fact, ...why, at });
    };
  },
  supervisors_called: async (there) => {
    const conversation = await there.scene.waiting({ band: 1 });
    const fact = { type: 'supervisors_called', ...about(there, conversation) } as const;
    return async (stores) => {
      await stores.offers.callSupervisors({ ...fact, at: await stores.now() });
    };
  },
};
