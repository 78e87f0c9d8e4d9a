import { Injectable } from '@nestjs/common';
import type { HelpView, Reply, StaffCommands } from '@warmline/contracts';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffConsole } from '../../socket/staff-console';
import { HelpViews } from './help-view';
import { LiveHelp } from './live-help';
import { AskAll } from './surge-requests';

type Ask = StaffCommands['everyone:ask'];
type Answer = StaffCommands['everyone:answer'];

@Injectable()
export class AskEveryoneDoor implements Door<StaffConsole, Ask> {
  readonly action = 'everyone.ask';

  constructor(
    private readonly everyone: AskAll,
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ person }: StaffConsole, { askId }: Ask['payload']): Promise<Reply<HelpView>> {
    const refusal = await this.everyone.ask(person, askId);
    this.live.wasShown(person.staff);
    return refusal === null ? done(await this.views.of(person)) : refused(refusal);
  }
}

@Injectable()
export class AnswerEveryoneDoor implements Door<StaffConsole, Answer> {
  readonly action = 'everyone.answer';

  constructor(
    private readonly everyone: AskAll,
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ person }: StaffConsole, { askId, can }: Answer['payload']): Promise<Reply<HelpView>> {
    const refusal = await this.everyone.answer(person, { asked: askId, can });
    this.live.wasShown(person.staff);
    return refusal === null ? done(await this.views.of(person)) : refused(refusal);
  }
}
