import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel, EndingReadModel } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import type { Refusal } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';
import { noteOf } from './ending-request';

export interface WishedNote {
  readonly conversation: ConversationId;
  readonly note: string;
  readonly words: string;
}

/** A supervisor writes what was done about a visitor who left in danger. It is only added to. */
@Injectable()
export class WriteUpEnding {
  constructor(
    private readonly changes: Changes,
    private readonly texts: ConversationTexts,
    private readonly endings: EndingReadModel,
    private readonly conversations: ConversationReadModel,
    private readonly helpChannel: HelpChannel,
  ) {}

  /** The first note takes it from the list. Twice is once. Refuses `not_found`. */
  async writeUp(person: StaffPrincipal, wished: WishedNote): Promise<Refusal | null> {
    const { service, staff: by } = person;
    const { conversation, note } = wished;
    const refusal = await this.changes.commit(async (stores) => {
      if (!(await stores.endings.lockToWriteUp(conversation, service))) return 'not_found';
      const key = await this.texts.keyOf(conversation);
      if (key === null) return 'not_found';
      const fact = { type: 'ending_written_up', service, conversation, note, by } as const;
      const sealed = key.seal(wished.words.trim(), noteOf(note));
      await stores.endings.writeUp({ ...fact, at: await stores.now() }, sealed);
      return null;
    });
    this.helpChannel.notifyGateways();
    return refusal;
  }

  /** Empty where nothing was written. Refuses `not_found` for a conversation of another service. */
  async loadNotes(
    { service }: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<Reply<StaffCommands['ending:notes']['reply']>> {
    if (!(await this.conversations.isInService(conversation, service))) return refused('not_found');
    const stored = await this.endings.loadNotes(conversation, service);
    const notes = stored.map(async ({ id, byName: by, at, wordsSealed }) => {
      const words = await this.texts.openText(conversation, wordsSealed, noteOf(id));
      return { id, by, at: Math.round(at), words };
    });
    return done({ notes: await Promise.all(notes) });
  }
}
