import type { StaffId } from '@warmline/kernel';
import type { Conversation } from './conversation';

/**
 * Whether this person may not end the conversation alone (SAF2): danger is open, or they are the one who lowered the safety
 * answer from _not safe now_. Two people have to say that it may end; lowering and ending are two acts of one.
 */
export const needsAgreement = (
  { isInDanger, dangerLoweredBy }: Pick<Conversation, 'isInDanger' | 'dangerLoweredBy'>,
  staff: StaffId,
): boolean => isInDanger || dangerLoweredBy === staff;
