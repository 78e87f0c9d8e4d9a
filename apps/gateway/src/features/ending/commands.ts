import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { doneUnless } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { AnswerEnding } from './answer-ending';
import { AskToEnd } from './ask-to-end';
import { WriteUpEnding } from './write-up-ending';

/** How a conversation in danger ends: two people agree, and who left is not forgotten. */
@Injectable()
export class EndingCommands {
  readonly table = defineStaffCommands({
    'ending:ask': {
      permission: 'ending.ask',
      run: async ({ person }, { requestId: id, conversationId: about, asksAfter = false, ...asked }) => {
        const question = { id, conversation: conversationId(about), asksAfter, ...asked };
        return doneUnless(await this.asking.ask(person, question));
      },
    },
    'ending:withdraw': {
      permission: 'ending.ask',
      run: async ({ person }, { requestId }) => doneUnless(await this.asking.withdraw(person, requestId)),
    },
    'ending:agree': {
      permission: 'ending.agree',
      run: async ({ person }, { requestId }) => doneUnless(await this.answers.agree(person, requestId)),
    },
    'ending:decline': {
      permission: 'ending.agree',
      run: async ({ person }, { requestId, word }) =>
        doneUnless(await this.answers.decline(person, requestId, word)),
    },
    'ending:write_up': {
      permission: 'ending.write_up',
      run: async ({ person }, { conversationId: about, noteId: note, words }) =>
        doneUnless(await this.writeUps.writeUp(person, { conversation: conversationId(about), note, words })),
    },
    'ending:notes': {
      permission: 'ending.write_up',
      run: ({ person }, { conversationId: about }) => this.writeUps.loadNotes(person, conversationId(about)),
    },
  });

  constructor(
    private readonly asking: AskToEnd,
    private readonly answers: AnswerEnding,
    private readonly writeUps: WriteUpEnding,
  ) {}
}
