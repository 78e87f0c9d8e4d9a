import type { Content } from '@warmline/contracts';
import { locale } from '../i18n/locale';
import { useContent } from './content-query';

type Topics = Content['topics'];

/** As far as a code speaks for itself: `self_harm` is Self harm. */
const spelt = (topic: string): string => {
  const text = topic.replaceAll('_', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

/** What a topic is called in the language of the screens; its code in plain letters while nobody has said. */
export const topicName = (topics: Topics, topic: string, language = locale.language): string => {
  const found = topics.find(({ topic: code }) => code === topic);
  return found === undefined ? spelt(topic) : (found.labels[language] ?? found.label);
};

/** Words of these ask for a second look while a chat goes on, whatever the visitor has answered. */
const SERIOUS: readonly string[] = ['suicide', 'self_harm', 'sexual_violence', 'abuse_or_violence'];

export const isSerious = (topic: string): boolean => SERIOUS.includes(topic);

/** What topics are called here, and which of them are offered. */
export const useTopics = () => {
  const content = useContent();
  const topics = content.data?.topics ?? [];
  return {
    nameOf: (topic: string) => topicName(topics, topic),
    offered: topics.filter(({ inUse }) => inUse).map(({ topic }) => topic),
    isPending: content.isPending,
    isError: content.isError,
    again: () => void content.refetch(),
  };
};
