import { gateway, jo, kim, sam } from './every-fact';

/** Jo proposes it for Sam. */
const ofProposal = {
  conversation: null,
  epoch: null,
  subject: gateway,
  whom: sam,
  reason: null,
  count: null,
  actor: { kind: 'staff', id: jo },
} as const;
const byTwo = { ...ofProposal, subject: kim };
const becomes = { reason: 'role_from_responder_to_supervisor_also_trainer' };

/** The rows of what takes two people: once it is agreed to, one row names both. */
export const ACCESS_ROWS = {
  access_proposed: { ...ofProposal, ...becomes },
  access_agreed: { ...byTwo, ...becomes },
  recovery_proposed: ofProposal,
  recovery_agreed: byTwo,
  leaving_proposed: ofProposal,
  leaving_agreed: byTwo,
  access_proposal_ended: { ...ofProposal, actor: { kind: 'staff', id: kim }, reason: 'declined' },
} as const;
