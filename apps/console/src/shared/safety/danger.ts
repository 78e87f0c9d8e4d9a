import type { Safety } from '@warmline/contracts';

/** Danger is open, as Postgres has it in `conversation.in_danger`: not safe now by the answer, or an open safety step. */
export const isInDanger = ({ answer, stepAt }: Safety): boolean =>
  answer === 'not_safe_now' || stepAt !== undefined;
