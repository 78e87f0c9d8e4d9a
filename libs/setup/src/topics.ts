import { headingRows } from './headings';
import { withOverrides, type Values } from './list';
import { lists } from './lists';

/** A topic as the person who codes a conversation sees it. */
export interface TopicName {
  readonly topic: string;
  readonly label: string;
  /** By language. */
  readonly labels: Readonly<Record<string, string>>;
  readonly inUse: boolean;
}

/** `cy: Galar` */
const translation = (text: string): readonly [string, string] => {
  const at = text.indexOf(':');
  return [text.slice(0, at), text.slice(at + 1).trim()];
};

const nameOf = ({ topic, label, labels, in_use: inUse }: Values): TopicName => ({
  topic: String(topic),
  label: String(label),
  labels: Object.fromEntries(Array.isArray(labels) ? labels.map(String).map(translation) : []),
  inUse: inUse === true,
});

/** Every topic there is: the headings as the charity calls and uses them, and its own. */
export const topicNames = (stored: readonly Values[]): TopicName[] =>
  withOverrides(lists.topics, headingRows(), stored).map(nameOf);
