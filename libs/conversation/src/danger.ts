import type { StaffId } from '@warmline/kernel';
import type { Conversation } from './conversation';

/**
 * Whether this person may not end the conversation alone (SAF2): danger is open, or they lowered the safety answer from
 * _not safe now_ or closed the safety step. Two people have to say that it may end; lowering and ending are two acts of one.
 */
export const needsAgreement = (
  { isInDanger, dangerLoweredBy }: Pick<Conversation, 'isInDanger' | 'dangerLoweredBy'>,
  staff: StaffId,
): boolean => isInDanger || dangerLoweredBy.includes(staff);

/**
 * Whether no timer may end the conversation while someone holds it (SAF2): danger is open, or a member of staff lowered it. A
 * timer after that would end what one person began, with nobody who agreed.
 */
export const mustEndByPerson = ({
  isInDanger,
  dangerLoweredBy,
}: Pick<Conversation, 'isInDanger' | 'dangerLoweredBy'>): boolean => isInDanger || dangerLoweredBy.length > 0;
