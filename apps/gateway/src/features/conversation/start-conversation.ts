import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Reply } from '@warmline/contracts';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ConversationReadModel, isUniqueViolation } from '@warmline/postgres';
import { bandFor } from '@warmline/routing';
import { ConversationKeys } from '@warmline/sealing';
import type { SafetyAnswer } from '@warmline/vocabulary';
import { expiryDay } from '../../core/keyring-at-start';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { Admission } from '../opening';
import { NAME } from '../timeline';

export interface StartCommand {
  /** SHA-256 of the page's token. */
  readonly tokenHash: Buffer;
  readonly startId: string;
  readonly safety: SafetyAnswer;
  /** As typed; '' for none. */
  readonly name: string;
  readonly language: string;
  /** Skills they wish for. */
  readonly wants?: readonly string[];
}

/** A visitor enters the queue. The page makes the token and the start id, so a retried start is the same start. */
@Injectable()
export class StartConversation {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly keys: ConversationKeys,
    private readonly admission: Admission,
  ) {}

  /** Refuses `already_started` when the token began another conversation, `service_closed` when the service takes no visitor of this band. */
  async start(command: StartCommand): Promise<Reply<ConversationId>> {
    const earlier = await this.earlier(command);
    if (earlier !== null) return earlier;
    if (!(await this.admission.admits(bandFor(command.safety), command.startId)))
      return refused('service_closed');
    try {
      const started = await this.insert(command);
      await this.admission.uncountArrival();
      return done(started);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return (await this.earlier(command)) ?? refused('unavailable');
    }
  }

  private async earlier({ tokenHash, startId }: StartCommand): Promise<Reply<ConversationId> | null> {
    const known = await this.conversations.findByToken(tokenHash);
    if (known === null) return null;
    return known.startId === startId ? done(known.id) : refused('already_started');
  }

  private async insert(command: StartCommand): Promise<ConversationId> {
    const id = conversationId(uuid());
    const { key, wrapped } = await this.keys.make(id, expiryDay());
    const name = command.name.trim();
    await this.changes.commit(async (stores) =>
      stores.conversations.start(
        {
          type: 'conversation_started',
          service: this.admission.service,
          conversation: id,
          band: bandFor(command.safety),
          at: await stores.now(),
        },
        {
          startId: command.startId,
          tokenHash: command.tokenHash,
          language: command.language,
          wants: [...(command.wants ?? [])],
          nameSealed: name === '' ? null : key.seal(name, NAME),
          dekWrapped: Buffer.from(wrapped.dekWrapped),
          kekDay: wrapped.kekDay,
        },
      ),
    );
    return id;
  }
}
