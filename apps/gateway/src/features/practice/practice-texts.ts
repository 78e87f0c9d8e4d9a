import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { practiceActSchema } from '@warmline/contracts';
import { elapsed } from '@warmline/kernel';
import type { SealedAct, SealedPracticeWord, StoredPractice } from '@warmline/postgres';
import type { StoredAct } from '@warmline/practice';
import { ConversationKeys, type ConversationKey } from '@warmline/sealing';

const actText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(practiceActSchema);

/** What the seal of an act, and of a supervisor's word, is bound to. */
export const boundAct = (id: string) => ({ entry: `practice/${id}`, role: 'responder' }) as const;
export const boundWord = (id: string) => ({ entry: `practice_word/${id}`, role: 'note' }) as const;

type Keyed = Pick<StoredPractice, 'id' | 'dekWrapped' | 'kekDay'>;

/** Opens what was sealed in practice. People write as they would to a visitor, so it is kept like what visitors write. */
@Injectable()
export class PracticeTexts {
  constructor(private readonly keys: ConversationKeys) {}

  /** Null once its key is destroyed. */
  async keyOf({ id: conversation, dekWrapped, kekDay }: Keyed): Promise<ConversationKey | null> {
    return this.keys.unwrap({ conversation, dekWrapped, kekDay }).catch(() => null);
  }

  /** Without those that cannot be opened, as all are once the key is destroyed. */
  async openActs(practice: StoredPractice, sealed: readonly SealedAct[]): Promise<StoredAct[]> {
    const key = await this.keyOf(practice);
    return sealed.flatMap(({ id, sealed: text, at }): StoredAct[] => {
      const act = actText.safeParse(key?.open(text, boundAct(id)) ?? null).data;
      return act === undefined ? [] : [{ id, at: elapsed(practice.beganAt, at), act }];
    });
  }

  async openWords(
    practice: StoredPractice,
    words: readonly SealedPracticeWord[],
  ): Promise<{ id: string; by: string; at: number; word: string | null }[]> {
    const key = await this.keyOf(practice);
    return words.map(({ id, name: by, at, sealed }) => ({
      id,
      by,
      at,
      word: key?.open(sealed, boundWord(id)) ?? null,
    }));
  }
}
