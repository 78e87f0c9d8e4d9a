import { Injectable } from '@nestjs/common';
import type { HelpView, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { conversationId, helpCallId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';
import { done, nothing, refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { rooms } from '../../socket/rooms';
import { AnswerHelp } from './answer-help';
import { CallForHelp } from './call-for-help';
import { HelpFeed } from './help-feed';
import { HelpViews } from './help-view';
import { SurgeRequests } from './surge-requests';

/** What people ask of each other. Most answers are the view as it is afterwards. */
@Injectable()
export class HelpCommands {
  readonly table = defineStaffCommands({
    'help:open': {
      permission: 'desk.open',
      run: async ({ socket, person }) => {
        await socket.join(rooms.desk(person.staff));
        return this.viewUnless(null, person);
      },
    },
    'help:call': {
      permission: 'help.call',
      run: async ({ person }, { callId, conversationId: about, urgency }) => {
        const conversation = about === null ? null : conversationId(about);
        const call = { call: helpCallId(callId), conversation, urgency };
        return this.viewUnless(await this.call.callSupervisor(person, call), person);
      },
    },
    'help:end': {
      permission: 'help.end',
      run: async ({ person }, { callId }) =>
        this.viewUnless(await this.answers.endCall(person, helpCallId(callId)), person),
    },
    'help:answer': {
      permission: 'help.answer',
      run: ({ person }, { callId }) => this.answers.answerCall(person, helpCallId(callId)),
    },
    'help:heard': {
      permission: 'help.answer',
      run: async ({ person }, { conversationIds }) => {
        await this.answers.noteHeard(person, conversationIds.map(conversationId));
        return nothing;
      },
    },
    'surge:ask': {
      permission: 'everyone.ask',
      run: async ({ person }, { askId }) =>
        this.viewUnless(await this.surge.requestExtra(person, askId), person),
    },
    'surge:answer': {
      permission: 'everyone.answer',
      run: async ({ person }, { askId, can }) =>
        this.viewUnless(await this.surge.answerRequest(person, { asked: askId, can }), person),
    },
  });

  constructor(
    private readonly call: CallForHelp,
    private readonly answers: AnswerHelp,
    private readonly surge: SurgeRequests,
    private readonly views: HelpViews,
    private readonly feed: HelpFeed,
  ) {}

  private async viewUnless(refusal: Refusal | null, person: StaffPrincipal): Promise<Reply<HelpView>> {
    this.feed.forgetShown(person.staff);
    return refusal === null ? done(await this.views.loadView(person)) : refused(refusal);
  }
}
