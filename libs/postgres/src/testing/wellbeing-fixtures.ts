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
import { about, type FactFixture, type FactContext } from './fact-fixture';

interface Mine {
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly at: Instant;
}

const mine = async ({ scene, person }: FactContext, stores: Stores): Promise<Mine> => ({
  service: scene.service,
  staff: person.id,
  at: await stores.now(),
});

/** Something of their own day. */
const ofDay =
  (save: (stores: Stores, fact: Mine) => Promise<void>): FactFixture =>
  (context) =>
    Promise.resolve(async (stores) => save(stores, await mine(context, stores)));

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
  (save: (stores: Stores, fact: Mine & { readonly shift: ShiftId }) => Promise<void>): FactFixture =>
  async (context) => {
    const shift = shiftId(uuid());
    await context.scene.work.inTransaction(async (stores) =>
      checkIn(stores, await mine(context, stores), shift),
    );
    return async (stores) => save(stores, { ...(await mine(context, stores)), shift });
  };

/** A swap that was asked for before, unless the fact is that it is. */
const ofSwap = async (
  { scene, person }: FactContext,
  type: 'swap_asked' | 'swap_agreed' | 'swap_declined' | 'swap_withdrawn',
): Promise<(stores: Stores) => Promise<void>> => {
  const { id: whom } = await scene.person();
  const { service } = scene;
  const [fact, shift] = [{ service, staff: person.id, whom, swap: uuid() }, 2 * HOUR];
  const beginsAt = later(await scene.work.inTransaction((stores) => stores.now()), HOUR);
  const swap = { given: { beginsAt, endsAt: later(beginsAt, shift) }, back: null };
  const asking = async (stores: Stores): Promise<void> => {
    await stores.swaps.ask({ type: 'swap_asked', ...fact, at: await stores.now() }, swap);
  };
  if (type === 'swap_asked') return asking;
  await scene.work.inTransaction(asking);
  return async (stores) => {
    const at = await stores.now();
    if (type === 'swap_agreed') await stores.swaps.agree({ type, ...fact, at }, swap);
    else await stores.swaps.close({ type, ...fact, at });
  };
};

export const wellbeingFixtures: Record<(WellbeingEvent | TriageEvent)['type'], FactFixture> = {
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
  swap_asked: (context) => ofSwap(context, 'swap_asked'),
  swap_agreed: (context) => ofSwap(context, 'swap_agreed'),
  swap_declined: (context) => ofSwap(context, 'swap_declined'),
  swap_withdrawn: (context) => ofSwap(context, 'swap_withdrawn'),
  topic_muted: inShift((stores, fact) =>
    stores.shifts.muteTopic({ type: 'topic_muted', ...fact, topic: 'bereavement' }),
  ),
  band_changed: async (context) => {
    const conversation = await context.scene.waiting();
    const fact = { type: 'band_changed', ...about(context, conversation), from: 3, to: 2 } as const;
    return async (stores) => {
      const at = await stores.now();
      const why = { because: 'words', by: null, words: uuid(), reason: null } as const;
      await stores.conversations.changeBand({ ...fact, ...why, at });
    };
  },
  supervisors_called: async (context) => {
    const conversation = await context.scene.waiting({ band: 1 });
    const fact = { type: 'supervisors_called', ...about(context, conversation) } as const;
    return async (stores) => {
      await stores.offers.callSupervisors({ ...fact, at: await stores.now() });
    };
  },
};
