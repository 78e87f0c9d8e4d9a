import { randomUUID } from 'node:crypto';
import { SECOND_PERSON_WITHIN, type ProposalKind, type SetupEvent } from '@warmline/setup';
import type { FactFixture } from './fact-fixture';

type OfTwo = Exclude<
  SetupEvent['type'],
  | ('setup_changed' | 'setup_undone' | 'access_changed')
  | ('list_exported' | 'audit_exported' | 'service_exported' | 'service_imported')
>;

const from = { role: 'responder', furtherRoles: [], active: true } as const;
const to = { ...from, role: 'supervisor' } as const;

/** Who is concerned, and a proposal of this person about them that waits where `isOpen`. */
const proposed = async ({ scene, person }: Parameters<FactFixture>[0], kind: ProposalKind | null) => {
  const { service, work } = scene;
  const { id: staff } = await scene.person();
  const ofBoth = { service, by: person.id, staff, proposal: randomUUID() };
  await work.inTransaction(async ({ access }) => {
    if (kind === 'access')
      await access.propose({ type: 'access_proposed', ...ofBoth, from, to }, SECOND_PERSON_WITHIN);
    if (kind === 'recovery')
      await access.proposeSame({ type: 'recovery_proposed', ...ofBoth }, from, SECOND_PERSON_WITHIN);
    if (kind === 'leaving')
      await access.proposeSame({ type: 'leaving_proposed', ...ofBoth }, from, SECOND_PERSON_WITHIN);
  });
  return { ofBoth, second: (await scene.person({ role: 'supervisor' })).id };
};

/** Facts of what takes two people. */
export const accessFixtures: Record<OfTwo, FactFixture> = {
  access_proposed: async (context) => {
    const { ofBoth } = await proposed(context, null);
    return ({ access }) =>
      access.propose({ type: 'access_proposed', ...ofBoth, from, to }, SECOND_PERSON_WITHIN);
  },
  access_agreed: async (context) => {
    const { ofBoth, second } = await proposed(context, 'access');
    return ({ access }) => access.agree({ type: 'access_agreed', ...ofBoth, agreedBy: second, from, to });
  },
  access_proposal_ended: async (context) => {
    const { ofBoth, second } = await proposed(context, 'access');
    return ({ access }) =>
      access.end({ type: 'access_proposal_ended', ...ofBoth, endedBy: second, because: 'declined' });
  },
  recovery_proposed: async (context) => {
    const { ofBoth } = await proposed(context, null);
    return ({ access }) =>
      access.proposeSame({ type: 'recovery_proposed', ...ofBoth }, from, SECOND_PERSON_WITHIN);
  },
  leaving_proposed: async (context) => {
    const { ofBoth } = await proposed(context, null);
    return ({ access }) =>
      access.proposeSame({ type: 'leaving_proposed', ...ofBoth }, from, SECOND_PERSON_WITHIN);
  },
  leaving_agreed: async (context) => {
    const { ofBoth, second } = await proposed(context, 'leaving');
    return ({ leaving }) => leaving.agree({ type: 'leaving_agreed', ...ofBoth, agreedBy: second });
  },
  recovery_agreed: async (context) => {
    const { ofBoth, second } = await proposed(context, 'recovery');
    return ({ access }) => access.agreeRecovery({ type: 'recovery_agreed', ...ofBoth, agreedBy: second });
  },
};
