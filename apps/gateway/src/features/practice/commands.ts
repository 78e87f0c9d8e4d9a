import { Injectable } from '@nestjs/common';
import type { PracticeView, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { staffId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';
import { done, found, refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { ActInPractice } from './act-in-practice';
import { AdviseOnPractice } from './advise-on-practice';
import { BeginPractice } from './begin-practice';
import { PracticeOverviews } from './practice-overview';
import { PracticeViews } from './practice-view';

/** What people do to practise. Each reply is the practice afterwards. */
@Injectable()
export class PracticeCommands {
  readonly table = defineStaffCommands({
    'practice:list': {
      permission: 'practice.read',
      run: async ({ person }) => done(await this.overviews.loadFor(person)),
    },
    'practice:begin': {
      permission: 'practice.use',
      run: async ({ person }, { practiceId: id, scenario, colleagueId }) => {
        const colleague = colleagueId === null ? null : staffId(colleagueId);
        return this.viewUnless(await this.beginning.begin(person, { id, scenario, colleague }), person, id);
      },
    },
    'practice:open': {
      permission: 'practice.read',
      run: async ({ person }, { practiceId }) => found(await this.views.loadFor(person, practiceId)),
    },
    'practice:act': {
      permission: 'practice.use',
      run: async ({ person }, { practiceId: practice, actId: id, act }) =>
        this.viewUnless(await this.acting.act(person, { practice, id, act }), person, practice),
    },
    'practice:advise': {
      permission: 'practice.advise',
      run: async ({ person }, { practiceId: practice, wordId: id, word }) =>
        this.viewUnless(await this.advising.advise(person, { practice, id, word }), person, practice),
    },
  });

  constructor(
    private readonly beginning: BeginPractice,
    private readonly acting: ActInPractice,
    private readonly advising: AdviseOnPractice,
    private readonly views: PracticeViews,
    private readonly overviews: PracticeOverviews,
  ) {}

  private async viewUnless(
    refusal: Refusal | null,
    person: StaffPrincipal,
    practice: string,
  ): Promise<Reply<PracticeView>> {
    return refusal === null ? found(await this.views.loadFor(person, practice)) : refused(refusal);
  }
}
