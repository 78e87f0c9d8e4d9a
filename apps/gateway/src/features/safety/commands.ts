import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { ReadSafetyRecord } from './read-safety-record';
import { SetSafetyAnswer } from './set-safety-answer';
import { WriteSafetyRecord } from './write-safety-record';

/** What staff do about a visitor's safety. */
@Injectable()
export class SafetyCommands {
  readonly table = defineStaffCommands({
    'safety:set': {
      permission: 'safety.set',
      run: ({ person }, { conversationId: conversation, ...wished }) =>
        this.setSafetyAnswer.setAnswer(person, { conversation: conversationId(conversation), ...wished }),
    },
    'safety:open': {
      permission: 'safety.read',
      run: (page, payload) => this.records.read(page, conversationId(payload.conversationId)),
    },
    'safety:record': {
      permission: 'safety.record',
      run: async (page, { epoch, entryId: id, entry, ...payload }) => {
        const conversation = conversationId(payload.conversationId);
        const refusal = await this.writeRecord.write(page.person, {
          id,
          conversation,
          epoch,
          entryAt: () => entry,
        });
        return refusal === null ? this.records.readWritten(page, conversation) : refused(refusal);
      },
    },
    'safety:close': {
      permission: 'safety.close',
      run: async (page, { reason, ...payload }) => {
        const conversation = conversationId(payload.conversationId);
        const refusal = await this.writeRecord.closeStep(page.person, { conversation, reason });
        return refusal === null ? this.records.readWritten(page, conversation) : refused(refusal);
      },
    },
    'emergency:log': {
      permission: 'emergency.log',
      run: async (page, { entryId: id, entry, ...payload }) => {
        const conversation = conversationId(payload.conversationId);
        const refusal = await this.writeRecord.logCall(page.person, { id, conversation, ...entry });
        return refusal === null ? this.records.readWritten(page, conversation) : refused(refusal);
      },
    },
  });

  constructor(
    private readonly setSafetyAnswer: SetSafetyAnswer,
    private readonly records: ReadSafetyRecord,
    private readonly writeRecord: WriteSafetyRecord,
  ) {}
}
