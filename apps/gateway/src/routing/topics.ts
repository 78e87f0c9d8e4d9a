import { TOPICS, type Topic } from '@warmline/contracts';

/** What is stored as text, as far as it is one of the headings. */
export const topicsOf = (stored: readonly string[]): Topic[] =>
  TOPICS.filter((topic) => stored.includes(topic));
