import type { ServiceId, StaffId } from '@warmline/kernel';
import type { AccessChange } from './access-changes';
import type { ListKind } from './lists';
import type { Access } from './second-person';

/** A charity changed one of its lists. The rows are in the list, never in the event. */
export interface SetupChanged {
  readonly type: 'setup_changed';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly list: ListKind;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** The rows before and after are stored beside the fact, under this id. */
  readonly change: string;
}

/** A charity took back what it had saved in one of its lists, within the time there is for that. */
export interface SetupUndone extends Omit<SetupChanged, 'type'> {
  readonly type: 'setup_undone';
}

/** A person may do, or is offered, something else from now on. */
export interface AccessChanged {
  readonly type: 'access_changed';
  readonly service: ServiceId;
  /** Who changed it. */
  readonly by: StaffId;
  /** Whose it is. */
  readonly staff: StaffId;
  readonly change: AccessChange;
  /** It takes two people, and the service has no second administrator. */
  readonly isAlone?: true;
}

interface OfProposal {
  readonly service: ServiceId;
  /** Who proposed it. */
  readonly by: StaffId;
  /** Whose access it is. */
  readonly staff: StaffId;
  readonly proposal: string;
}

/** A change of access waits for a second person. */
export interface AccessProposed extends OfProposal {
  readonly type: 'access_proposed';
  readonly from: Access;
  readonly to: Access;
}

/** A second person agreed, and the change was made. */
export interface AccessAgreed extends OfProposal {
  readonly type: 'access_agreed';
  readonly agreedBy: StaffId;
  readonly from: Access;
  readonly to: Access;
}

/** Someone has lost everything they sign in with: a new invite waits for a second person. */
export interface RecoveryProposed extends OfProposal {
  readonly type: 'recovery_proposed';
}

/** A second person agreed. What they signed in with before no longer works, and there is a new invite. */
export interface RecoveryAgreed extends OfProposal {
  readonly type: 'recovery_agreed';
  readonly agreedBy: StaffId;
}

/** Someone who is not active any more is to leave before the time of the service: that waits for a second person. */
export interface LeavingProposed extends OfProposal {
  readonly type: 'leaving_proposed';
}

/** A second person agreed. */
export interface LeavingAgreed extends OfProposal {
  readonly type: 'leaving_agreed';
  readonly agreedBy: StaffId;
}

/** How a proposal ends without the change. `left`: the record of the person was reduced while it waited, so that nobody ended it. */
export type ProposalEnd = 'declined' | 'withdrawn' | 'replaced' | 'left';

export interface AccessProposalEnded extends OfProposal {
  readonly type: 'access_proposal_ended';
  /** Null where nobody did. */
  readonly endedBy: StaffId | null;
  readonly because: ProposalEnd;
}

/** Someone took a whole list out of the product, as a file. */
export interface ListExported {
  readonly type: 'list_exported';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly list: ListKind;
}

/** Someone took the whole audit log out of the product, as a file. */
export interface AuditExported {
  readonly type: 'audit_exported';
  readonly service: ServiceId;
  readonly staff: StaffId;
}

/** An administrator took the service out of this deployment, as a signed file: lists, words and counts, no conversation. */
export interface ServiceExported {
  readonly type: 'service_exported';
  readonly service: ServiceId;
  readonly staff: StaffId;
}

/** An administrator brought such a file into a new deployment. Each list is recorded as a change too. */
export interface ServiceImported {
  readonly type: 'service_imported';
  readonly service: ServiceId;
  readonly staff: StaffId;
  /** Rows that were added, changed or deleted. */
  readonly count: number;
}

export type SetupEvent =
  | SetupChanged
  | SetupUndone
  | AccessChanged
  | AccessProposed
  | AccessAgreed
  | AccessProposalEnded
  | RecoveryProposed
  | RecoveryAgreed
  | LeavingProposed
  | LeavingAgreed
  | ListExported
  | ServiceExported
  | ServiceImported
  | AuditExported;
