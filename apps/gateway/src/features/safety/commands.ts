import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { defineStaffCommands } from '../../socket/commands';
import { SetSafetyAnswer } from './set-safety-answer';

/** What staff do about a visitor's safety. */
@Injectable()
export class SafetyCommands {
  readonly table = defineStaffCommands({
    'safety:set': {
      permission: 'safety.set',
      run: ({ person }, { conversationId: conversation, ...wished }) =>
        this.setSafetyAnswer.setAnswer(person, { conversation: conversationId(conversation), ...wished }),
    },
  });

  constructor(private readonly setSafetyAnswer: SetSafetyAnswer) {}
}
