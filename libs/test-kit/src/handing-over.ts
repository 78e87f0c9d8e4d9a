import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { handoverId, later, type HandoverId, type StaffId } from '@warmline/kernel';
import type { Held, Scene } from './scene';

const A_MINUTE = 60_000;

export interface HandingOver {
  readonly held: Held;
  /** Who is asked; nobody yet without them. */
  readonly to?: StaffId;
  /** How long the step lasts from now, in ms; a minute unless told to be overdue. */
  readonly expiresIn?: number;
}

/** The holder proposes a handover, written through the real stores. Its brief is unreadable. */
export const aHandoverIn = async (scene: Scene, setUp: HandingOver): Promise<HandoverId> => {
  const { held, to, expiresIn = A_MINUTE } = setUp;
  const { conversation, epoch, staff: sender } = held;
  const handover = handoverId(uuid());
  await scene.work.inTransaction(async (stores) => {
    await stores.conversations.lock(conversation);
    const at = await stores.now();
    const about = { service: scene.service, conversation, handover, sender, at } as const;
    const expiresAt = later(at, expiresIn);
    await stores.handovers.propose(
      { type: 'handover_proposed', ...about, by: sender, epoch, kind: 'warm', expiresAt },
      { target: { to: 'queue' }, mustLeave: false, briefSealed: randomBytes(64) },
    );
    if (to !== undefined)
      await stores.handovers.saveStep({ type: 'handover_offered', ...about, receiver: to, expiresAt });
  });
  return handover;
};
