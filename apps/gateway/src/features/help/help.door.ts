import { Injectable } from '@nestjs/common';
import type { HelpView, Reply, StaffCommands } from '@warmline/contracts';
import { conversationId, helpCallId } from '@warmline/kernel';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { rooms } from '../../socket/rooms';
import type { StaffPage } from '../../socket/staff-console';
import { AnswerHelp } from './answer-help';
import { CallForHelp } from './call-for-help';
import { HelpViews } from './help-view';
import { LiveHelp } from './live-help';

type Call = StaffCommands['help:call'];
type End = StaffCommands['help:end'];
type Answer = StaffCommands['help:answer'];

/** What is asked of this person and what they ask, and every change of it from here on. */
@Injectable()
export class OpenHelpDoor implements Door<StaffPage, StaffCommands['help:open']> {
  readonly action = 'desk.open';

  constructor(
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ socket, person }: StaffPage): Promise<Reply<HelpView>> {
    await socket.join(rooms.desk(person.staff));
    this.live.wasShown(person.staff);
    return done(await this.views.loadView(person));
  }
}

@Injectable()
export class CallForHelpDoor implements Door<StaffPage, Call> {
  readonly action = 'help.call';

  constructor(
    private readonly call: CallForHelp,
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ person }: StaffPage, payload: Call['payload']): Promise<Reply<HelpView>> {
    const refusal = await this.call.callSupervisor(person, {
      call: helpCallId(payload.callId),
      conversation: payload.conversationId === null ? null : conversationId(payload.conversationId),
      urgency: payload.urgency,
    });
    this.live.wasShown(person.staff);
    return refusal === null ? done(await this.views.loadView(person)) : refused(refusal);
  }
}

@Injectable()
export class EndHelpDoor implements Door<StaffPage, End> {
  readonly action = 'help.end';

  constructor(
    private readonly calls: AnswerHelp,
    private readonly views: HelpViews,
    private readonly live: LiveHelp,
  ) {}

  async handle({ person }: StaffPage, { callId }: End['payload']): Promise<Reply<HelpView>> {
    const refusal = await this.calls.endCall(person, helpCallId(callId));
    this.live.wasShown(person.staff);
    return refusal === null ? done(await this.views.loadView(person)) : refused(refusal);
  }
}

@Injectable()
export class AnswerHelpDoor implements Door<StaffPage, Answer> {
  readonly action = 'help.answer';

  constructor(private readonly calls: AnswerHelp) {}

  handle({ person }: StaffPage, { callId }: Answer['payload']): Promise<Reply<Answer['reply']>> {
    return this.calls.answerCall(person, helpCallId(callId));
  }
}
