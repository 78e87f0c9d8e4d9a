import { Inject, Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply } from '@warmline/contracts';
import type { Author } from '@warmline/conversation';
import { entryId, messageFlaw, type ConversationId } from '@warmline/kernel';
import { ConversationViews } from '@warmline/postgres';
import type { ConversationKey } from '@warmline/sealing';
import { done, refused } from '../platform/reply';
import { TECHNOLOGIES, type Technologies } from '../platform/technologies';
import { LiveTimelines } from '../realtime/live-timelines';
import { ConversationTexts } from './conversation-texts';

export interface MessageToSend {
  readonly conversation: ConversationId;
  readonly author: Author;
  readonly id: string;
  readonly body: string;
}

/** One message, on its way: sealed here, numbered and stored by Postgres, acknowledged and delivered after COMMIT. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly texts: ConversationTexts,
    private readonly views: ConversationViews,
    private readonly live: LiveTimelines,
    @Inject(TECHNOLOGIES) private readonly technologies: Pick<Technologies, 'appender'>,
  ) {}

  /**
   * A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`,
   * `not_found`, `conversation_ended`, `stale_epoch`. Rejects when nothing is known to be stored.
   */
  async run({ conversation, author, id, body }: MessageToSend): Promise<Reply<Acknowledgement>> {
    const flaw = messageFlaw(body);
    if (flaw !== null) return refused(flaw);
    const key = await this.keyFor(conversation, author);
    if (key === null) return refused('not_found');
    const bound = { entry: id, role: author.role } as const;
    const sealed = key.seal(body, bound);
    const stored = await this.technologies.appender.append({ conversation, id: entryId(id), author, sealed });
    if (!('seq' in stored)) return refused(stored.outcome);
    if (stored.outcome === 'known' && key.open(stored.sealed, bound) !== body)
      return refused('different_body');
    this.live.appended(conversation);
    return done({ id, seq: stored.seq, at: stored.at });
  }

  /** Who never held it is told so before a key is opened: a stranger learns nothing from one that is gone. */
  private async keyFor(conversation: ConversationId, author: Author): Promise<ConversationKey | null> {
    const opened = this.texts.openedKey(conversation);
    if (opened !== null) return opened;
    if (
      author.role === 'responder' &&
      !(await this.views.wasHolder(conversation, author.staff, author.epoch))
    )
      return null;
    return this.texts.keyOf(conversation);
  }
}
