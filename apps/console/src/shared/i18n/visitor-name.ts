import { commonWords } from './common-words';

const COLOURS = [
  'amber',
  'blue',
  'brown',
  'coral',
  'gold',
  'green',
  'grey',
  'indigo',
  'orange',
  'pink',
  'purple',
  'silver',
  'teal',
  'violet',
  'white',
  'yellow',
] as const;
const NUMBERS = 90;

/** FNV-1a, 32 bits: spreads ids that differ in a few digits only. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
};

/**
 * What staff call a visitor who gave no name: "Visitor, blue 27". The same for everyone and as long as the conversation, so
 * that two of them are never one "Visitor". It is made of the id and says nothing about the person.
 */
const aliasOf = (conversationId: string): string => {
  const hash = hashOf(conversationId);
  const colour = COLOURS[hash % COLOURS.length] ?? COLOURS[0];
  return `${commonWords.unnamed}, ${colour} ${10 + (Math.floor(hash / COLOURS.length) % NUMBERS)}`;
};

const ALIAS = /^Visitor, [a-z]+ \d\d$/;

/**
 * The one rule of how staff call a visitor, in every lane, card, dialog and sentence: the name they gave, or their alias. Where
 * no name may be read yet, as in a list of past conversations, it is the alias.
 */
export const visitorCalled = (name: string, conversationId: string): string =>
  name || aliasOf(conversationId);

/** Whether a name is none that a visitor chose. An alias that they typed themselves says "Visitor" as well. */
export const isUnnamed = (name: string): boolean =>
  name === '' || name === commonWords.unnamed || ALIAS.test(name);
