import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { BriefShown, HandoverEvent } from '@warmline/handover';
import {
  handoverId,
  type ConversationId,
  type HandoverId,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import { aHandoverIn } from '@warmline/test-kit';
import { about, type FactFixture } from './fact-fixture';

type Later = Exclude<HandoverEvent, { type: 'handover_proposed' }>;
interface Passing {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly handover: HandoverId;
  readonly sender: StaffId;
  readonly receiver: StaffId;
  readonly at: Instant;
}

/** A step of a handover to the person, who is being asked. */
const step =
  (fact: (passing: Passing) => Later): FactFixture =>
  async (context) => {
    const { scene, person } = context;
    const held = await scene.held((await scene.person()).id);
    const handover = await aHandoverIn(scene, { held, to: person.id });
    const passing = {
      ...about(context, held.conversation),
      handover,
      sender: held.staff,
      receiver: person.id,
    };
    return async (stores) => stores.handovers.saveStep(fact({ ...passing, at: await stores.now() }));
  };

/** Only that the conversation is being handed over; who holds it is another fact. */
export const handoverFixtures: Record<(HandoverEvent | BriefShown)['type'], FactFixture> = {
  handover_proposed: async (context) => {
    const { conversation, staff: sender, epoch } = await context.scene.held(context.person.id);
    const [handover, target] = [handoverId(uuid()), { to: 'queue' }] as const;
    const fact = {
      ...about(context, conversation),
      handover,
      sender,
      by: sender,
      epoch,
      kind: 'warm',
    } as const;
    const made = { target, mustLeave: false, briefSealed: randomBytes(64) };
    return async (stores) => {
      const at = await stores.now();
      await stores.handovers.propose({ type: 'handover_proposed', ...fact, at, expiresAt: at }, made);
    };
  },
  handover_offered: async (context) => {
    const { scene, person } = context;
    const held = await scene.held((await scene.person()).id);
    const handover = await aHandoverIn(scene, { held });
    const fact = { ...about(context, held.conversation), handover, sender: held.staff, receiver: person.id };
    return async (stores) => {
      const at = await stores.now();
      await stores.handovers.saveStep({ type: 'handover_offered', ...fact, at, expiresAt: at });
    };
  },
  handover_declined: step((of) => ({ type: 'handover_declined', ...of, expiresAt: of.at })),
  handover_missed: step((of) => ({ type: 'handover_missed', ...of, expiresAt: of.at })),
  handover_accepted: step((of) => ({ type: 'handover_accepted', ...of })),
  visitor_asked: step((of) => ({ type: 'visitor_asked', ...of, expiresAt: of.at })),
  visitor_agreed: step((of) => ({ type: 'visitor_agreed', ...of })),
  handover_joined: step((of) => ({ type: 'handover_joined', ...of, mustLeave: true })),
  brief_shown: async (context) => {
    const { scene, person } = context;
    const held = await scene.held((await scene.person()).id);
    const handover = await aHandoverIn(scene, { held });
    const fact = { ...about(context, held.conversation), handover, to: person.id };
    return async (stores) =>
      stores.handovers.saveShown([{ type: 'brief_shown', ...fact, at: await stores.now() }]);
  },
  brief_read: step((of) => ({ type: 'brief_read', ...of })),
  control_passed: step((of) => ({ type: 'control_passed', ...of, epoch: 2, expiresAt: of.at })),
  handover_left: step((of) => ({ type: 'handover_left', ...of, by: null, isTold: true })),
  handover_closed: step((of) => ({
    type: 'handover_closed',
    ...of,
    state: 'cancelled',
    reason: 'withdrawn',
    by: of.sender,
  })),
};
