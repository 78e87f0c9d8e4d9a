import { Injectable } from '@nestjs/common';
import type { HelpView, Reply, StaffCommands } from '@warmline/contracts';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { HelpViews } from './help-view';
import { LiveHelp } from './live-help';
import { SurgeRequests } from './surge-requests';

type Ask = StaffCommands['surge:ask'];
type Answer = StaffCommands['surge:answer'];

@Injectable()
export class AskEveryoneDoor implements Door<StaffPage, Ask> {
  readonly action = 'everyone.ask';

  constructor(
    private readonly everyone: SurgeRequests,
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ person }: StaffPage, { askId }: Ask['payload']): Promise<Reply<HelpView>> {
    const refusal = await this.everyone.requestExtra(person, askId);
    this.live.wasShown(person.staff);
    return refusal === null ? done(await this.views.loadView(person)) : refused(refusal);
  }
}

@Injectable()
export class AnswerEveryoneDoor implements Door<StaffPage, Answer> {
  readonly action = 'everyone.answer';

  constructor(
    private readonly everyone: SurgeRequests,
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ person }: StaffPage, { askId, can }: Answer['payload']): Promise<Reply<HelpView>> {
    const refusal = await this.everyone.answerRequest(person, { asked: askId, can });
    this.live.wasShown(person.staff);
    return refusal === null ? done(await this.views.loadView(person)) : refused(refusal);
  }
}
