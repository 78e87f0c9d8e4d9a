import { topicSchema, type Topic } from '@warmline/contracts';

/** What is stored as text, as far as it has the form of a topic. */
export const topicsOf = (stored: readonly string[]): Topic[] =>
  stored.filter((topic) => topicSchema.safeParse(topic).success);
