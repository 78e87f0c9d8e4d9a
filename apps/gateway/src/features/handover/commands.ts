import { Injectable } from '@nestjs/common';
import { conversationId, handoverId } from '@warmline/kernel';
import { defineStaffCommands } from '../../socket/commands';
import { AnswerHandover } from './answer-handover';
import { FinishHandover } from './finish-handover';
import { ProposeHandover } from './propose-handover';
import { TakeOver } from './take-over';

@Injectable()
export class HandoverCommands {
  readonly table = defineStaffCommands({
    'handover:candidates': {
      permission: 'handover.propose',
      run: ({ person }, payload) =>
        this.proposals.listCandidates(person, conversationId(payload.conversationId)),
    },
    'handover:propose': {
      permission: 'handover.propose',
      run: ({ person }, { handoverId: id, conversationId: conversation, ...proposal }) =>
        this.proposals.propose(person, {
          id: handoverId(id),
          conversation: conversationId(conversation),
          ...proposal,
        }),
    },
    'handover:withdraw': {
      permission: 'handover.withdraw',
      run: ({ person }, payload) => this.finish.withdraw(person, handoverId(payload.handoverId)),
    },
    'handover:accept': {
      permission: 'handover.receive',
      run: ({ person }, payload) => this.answer.acceptHandover(person.staff, handoverId(payload.handoverId)),
    },
    'handover:decline': {
      permission: 'handover.receive',
      run: ({ person }, payload) => this.answer.declineHandover(person.staff, handoverId(payload.handoverId)),
    },
    'handover:confirm_brief': {
      permission: 'handover.receive',
      run: ({ person }, payload) => this.finish.confirmBrief(person.staff, handoverId(payload.handoverId)),
    },
    'handover:take_control': {
      permission: 'handover.receive',
      run: ({ person }, payload) => this.finish.takeControl(person.staff, handoverId(payload.handoverId)),
    },
    'handover:settle': {
      permission: 'handover.receive',
      run: ({ person }, payload) => this.finish.settle(person.staff, handoverId(payload.handoverId)),
    },
    'conversation:take_over': {
      permission: 'conversation.take_over',
      run: ({ person }, payload) =>
        this.takeOver.takeOver(person, conversationId(payload.conversationId), payload),
    },
  });

  constructor(
    private readonly proposals: ProposeHandover,
    private readonly answer: AnswerHandover,
    private readonly finish: FinishHandover,
    private readonly takeOver: TakeOver,
  ) {}
}
