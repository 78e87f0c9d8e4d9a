import { EntitySchema } from 'typeorm';
import type { Handover } from '@warmline/handover';
import type { ConversationId, HandoverId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { HandoverKind, HandoverReason } from '@warmline/vocabulary';
import {
  bytes,
  id,
  key,
  moment,
  optionalId,
  optionalMoment,
  optionalText,
  text,
  whole,
} from '../connection/columns';

export interface HandoverRow {
  id: HandoverId;
  serviceId: ServiceId;
  conversationId: ConversationId;
  kind: HandoverKind;
  state: Handover['state'];
  reason: HandoverReason | null;
  epoch: number;
  senderId: StaffId;
  receiverId: StaffId | null;
  proposedBy: StaffId;
  target: 'person' | 'skill' | 'queue';
  targetStaffId: StaffId | null;
  targetSkill: string | null;
  mustLeave: boolean;
  briefSealed: Buffer;
  briefReadAt: Instant | null;
  receiverLeaseUntil: Instant | null;
  proposedAt: Instant;
  /** When the present step ends by itself. */
  expiresAt: Instant | null;
  passedAt: Instant | null;
  closedAt: Instant | null;
}

export const handoverTable = new EntitySchema<HandoverRow>({
  name: 'handover',
  columns: {
    id: key(),
    serviceId: id('service_id'),
    conversationId: id('conversation_id'),
    kind: text('kind'),
    state: text('state'),
    reason: optionalText('reason'),
    epoch: whole('epoch'),
    senderId: id('sender_id'),
    receiverId: optionalId('receiver_id'),
    proposedBy: id('proposed_by'),
    target: text('target'),
    targetStaffId: optionalId('target_staff_id'),
    targetSkill: optionalText('target_skill'),
    mustLeave: { name: 'must_leave', type: 'boolean' },
    briefSealed: bytes('brief_sealed'),
    briefReadAt: optionalMoment('brief_read_at'),
    receiverLeaseUntil: optionalMoment('receiver_lease_until'),
    proposedAt: moment('proposed_at'),
    expiresAt: optionalMoment('expires_at'),
    passedAt: optionalMoment('passed_at'),
    closedAt: optionalMoment('closed_at'),
  },
});
