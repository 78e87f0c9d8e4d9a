import type { CaseloadItem } from '@warmline/contracts';

/** A conversation's place among a person's own: 1, 2 or 3, in the order they were joined. Its colour follows it. */
export const placeOf = (caseload: readonly CaseloadItem[], conversationId: string): 1 | 2 | 3 => {
  const index = inOrder(caseload).findIndex((item) => item.conversationId === conversationId);
  if (index === 1) return 2;
  return index >= 2 ? 3 : 1;
};

/** Those being talked in first, then wrap-ups, each in the order they were joined. */
export const inOrder = (caseload: readonly CaseloadItem[]): readonly CaseloadItem[] =>
  [...caseload].sort((one, other) => {
    if (one.state !== other.state) return one.state === 'talking' ? -1 : 1;
    return one.joinedAt - other.joinedAt;
  });
