import { randomBytes } from 'node:crypto';
import type { ConversationId, ServiceId, SessionId } from '@warmline/kernel';
import type { Person, Scene } from '@warmline/test-kit';
import type { Stores } from '../connection/unit-of-work';

/** The signed-in person and session that a fact is about. */
export interface FactContext {
  readonly scene: Scene;
  readonly person: Person;
  readonly session: SessionId;
}

/** What exists before a fact, and how the fact is saved. */
export type FactFixture = (context: FactContext) => Promise<(stores: Stores) => Promise<void>>;

export const about = (
  { scene }: FactContext,
  conversation: ConversationId,
): { readonly service: ServiceId; readonly conversation: ConversationId } => ({
  service: scene.service,
  conversation,
});

export const beginSession = async (stores: Stores, person: Person, id: SessionId): Promise<void> => {
  const at = await stores.now();
  await stores.staff.beginSession(
    { type: 'signed_in', service: person.serviceId, staff: person.id, session: id, proof: 'password' },
    {
      id,
      secretHash: randomBytes(32),
      staffId: person.id,
      beganAt: at,
      usedAt: at,
      endedAt: null,
      replaced: false,
      proof: 'password',
      provedAt: at,
    },
  );
};
