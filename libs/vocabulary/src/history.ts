/** Why someone opens a conversation of the past. Recorded with the reading, and shown to the people who held the conversation. */
export const READING_PURPOSES = [
  'safeguarding',
  'complaint',
  'incident',
  'support',
  'legal_request',
  'visitor_request',
] as const;
export type ReadingPurpose = (typeof READING_PURPOSES)[number];
