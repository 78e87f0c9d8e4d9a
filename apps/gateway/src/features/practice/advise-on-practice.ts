import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { PracticeReadModel } from '@warmline/postgres';
import type { Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { PracticeChanges } from './practice-changes';
import { boundWord, PracticeTexts } from './practice-texts';

export interface WordOfAdvice {
  readonly practice: string;
  readonly id: string;
  readonly word: string;
}

/** What supervisors say about a practice that is over: sealed, and only added to. */
@Injectable()
export class AdviseOnPractice {
  constructor(
    private readonly changes: Changes,
    private readonly stored: PracticeReadModel,
    private readonly texts: PracticeTexts,
    private readonly announced: PracticeChanges,
  ) {}

  /** A word sent twice is one. Refuses `empty_message`, `not_found`, `not_yourself`, and `not_ended` while it goes on. */
  async advise(
    person: StaffPrincipal,
    { practice: id, id: word, word: text }: WordOfAdvice,
  ): Promise<Refusal | null> {
    if (text.trim() === '') return 'empty_message';
    const practice = await this.stored.find(id);
    if (practice?.service !== person.service) return 'not_found';
    if (practice.staff === person.staff) return 'not_yourself';
    if (practice.endedAt === null) return 'not_ended';
    const key = await this.texts.keyOf(practice);
    if (key === null) return 'not_found';
    const { staff, service } = practice;
    await this.changes.commit(async (stores) => {
      await stores.practice.lock(id);
      if (await stores.practice.hasWord(word)) return;
      const about = { type: 'practice_word_added', service, practice: id, at: await stores.now() } as const;
      const sealed = key.seal(text, boundWord(word));
      await stores.practice.addWord({ ...about, staff, by: person.staff }, { id: word, sealed });
    });
    this.announced.announce(practice);
    return null;
  }
}
