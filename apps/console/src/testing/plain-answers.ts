import type { AccessMatrix, AccessWaiting, Holds } from '@warmline/contracts';
import { someContent } from './builders';

/** What is answered the same to everyone here, by address. Only the content is read. */
export const plainAnswers = (): Record<string, unknown> => ({
  '/api/content': someContent,
  /** Whose console it is. */
  '/api/service': { name: 'Harbour Line', isDemo: true },
  '/console/': someContent,
  '/api/holds': { mayDecide: true, requests: [], holds: [] } satisfies Holds,
  /** Changes of access that wait for a second person. */
  '/api/access': { waiting: [], agreed: [] } satisfies AccessWaiting,
  '/api/access/people': { people: [] } satisfies AccessMatrix,
});
