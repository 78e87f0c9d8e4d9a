import type { AccessMatrix, AccessWaiting } from '@warmline/contracts';
import { someContent } from './builders';

/** What is answered the same to everyone here, by address. Only the content is read. */
export const plainAnswers = () => ({
  '/api/content': someContent as unknown,
  '/console/': someContent as unknown,
  /** Changes of access that wait for a second person. */
  '/api/access': { waiting: [], agreed: [] } as AccessWaiting,
  '/api/access/people': { people: [] } as AccessMatrix,
});
