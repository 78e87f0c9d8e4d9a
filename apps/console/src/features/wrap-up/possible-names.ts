import { contactDetailsIn, type VettedContacts } from '@warmline/vocabulary';

/** Words that start with a capital for other reasons than naming someone. */
const ORDINARY = new Set(
  'I,I’m,I’ve,I’d,I’ll,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday,January,February,March,April,May,June,July,August,September,October,November,December,Christmas,Easter,NHS,GP,CAMHS,A&E,OK,TV,PTSD,ADHD,LGBT'.split(
    ',',
  ),
);

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu;

/** Whether a capital is only the start of a sentence, a line or the note. */
const startsSentence = (note: string, at: number): boolean =>
  /(^|[.!?:\n]\s{0,20}["“‘(]?)$/u.test(note.slice(0, at).trimEnd());

const isOrdinary = (word: string): boolean =>
  ORDINARY.has(word) || ORDINARY.has(word.replaceAll("'", '’')) || word.toUpperCase() === word;

/**
 * What could show who someone was: capitalised words within a sentence, addresses, numbers and links. Where the charity sends
 * people itself is published, and no hint. Only a hint; the caller bounds the note.
 */
export const possibleNames = (note: string, vetted: VettedContacts): readonly string[] => {
  const capitalised = [...note.matchAll(CAPITALISED)]
    .filter(({ 0: word, index }) => !isOrdinary(word) && !startsSentence(note, index))
    .map(([word]) => word);
  return [...new Set([...capitalised, ...contactDetailsIn(note, vetted).map(({ what }) => what)])];
};
