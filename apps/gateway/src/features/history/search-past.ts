import { Injectable } from '@nestjs/common';
import { FOUND_PAGE_MAX, type FoundWords, type PastFound, type Reply } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { done, refused } from '../../core/replies';
import type { StaffPage } from '../../socket/sockets';
import { ReadTimeline } from '../timeline';
import type { Opening } from './open-readings';
import { PastWritings } from './past-writings';
import { ReadPast } from './read-past';

/** Letters around a word that is found. */
const AROUND = 60;

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

const lettersOf = (text: string): string[] => Array.from(LETTERS.segment(text), ({ segment }) => segment);

/** The same letter, small or capital, and in other spellings. It may be longer than what was written: “…” is three dots. */
const plain = (letter: string): string =>
  letter.normalize('NFKC').toLocaleUpperCase('en').toLocaleLowerCase('en');

/** Which of these has the character at this place of them all. */
const indexAt = (letters: readonly string[], place: number): number => {
  let passed = 0;
  return letters.findIndex((letter) => {
    passed += letter.length;
    return passed > place;
  });
};

/** The part of a text around what is looked for; null where it is not in it. */
export const excerptOf = (text: string, words: string): string | null => {
  const letters = lettersOf(text);
  const plainLetters = letters.map(plain);
  const sought = lettersOf(words).map(plain).join('');
  const at = plainLetters.join('').indexOf(sought);
  if (at < 0) return null;
  const from = Math.max(0, indexAt(plainLetters, at) - AROUND);
  const to = Math.min(letters.length, indexAt(plainLetters, at + sought.length - 1) + 1 + AROUND);
  const cut = letters.slice(from, to).join('');
  return `${from > 0 ? '…' : ''}${cut}${to < letters.length ? '…' : ''}`;
};

interface Text {
  readonly at: number;
  readonly by: string | null;
  readonly text: string | null;
}

/**
 * Looks for words in one conversation of the past. It is opened for that: the reading is recorded before a word is opened, and
 * nothing of it is kept. There is no index of words.
 */
@Injectable()
export class SearchPast {
  constructor(
    private readonly past: ReadPast,
    private readonly timeline: ReadTimeline,
    private readonly writings: PastWritings,
  ) {}

  /** Refuses as opening it does. */
  async search(page: StaffPage, opening: Opening, words: string): Promise<Reply<FoundWords>> {
    const refusal = await this.past.record(page, opening);
    if (refusal !== null) return refused(refusal);
    const found: PastFound[] = [];
    let total = 0;
    for await (const { at, by, text } of this.texts(opening.conversation)) {
      const excerpt = text === null ? null : excerptOf(text, words);
      if (excerpt === null) continue;
      total += 1;
      if (found.length < FOUND_PAGE_MAX) found.push({ at, by, excerpt });
    }
    return done({ found, total });
  }

  private async *texts(conversation: ConversationId): AsyncGenerator<Text> {
    for (let after = 0, head = 1; after < head;) {
      const { entries, head: newest } = await this.timeline.readPage(conversation, after);
      if (entries.length === 0) break;
      for (const entry of entries)
        if (entry.kind === 'message') yield { at: entry.at, by: entry.name, text: entry.body };
      after += entries.length;
      head = newest;
    }
    for (let after: number | null = 0; after !== null;) {
      const { writings, next } = await this.writings.readPage(conversation, after);
      for (const writing of writings) yield { at: writing.at, by: writing.by, text: textIn(writing) };
      after = next;
    }
  }
}

/** What one writing says, as one text. */
const textIn = (
  writing: Awaited<ReturnType<PastWritings['readPage']>>['writings'][number],
): string | null => {
  if (writing.kind === 'brief')
    return writing.brief === null ? null : Object.values(writing.brief).join('\n');
  if (writing.kind !== 'safety') return writing.text;
  const { entry } = writing;
  if (entry === null || entry.kind === 'step') return null;
  return entry.kind === 'log' ? [entry.called, entry.reference, entry.outcome].join('\n') : entry.words;
};
