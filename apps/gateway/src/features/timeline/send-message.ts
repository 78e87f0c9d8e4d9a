import { Inject, Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply } from '@warmline/contracts';
import type { Author } from '@warmline/conversation';
import { entryId, type ConversationId } from '@warmline/kernel';
import { AppendOverloaded, ConversationReadModel } from '@warmline/postgres';
import { messageFlaw } from '@warmline/vocabulary';
import { CONNECTIONS, type Connections } from '../../core/connections';
import { done, refused } from '../../core/replies';
import { ConversationTexts, type OpenTexts } from './conversation-texts';
import { LiveTimelines } from './live-timelines';

export interface MessageToSend {
  readonly conversation: ConversationId;
  readonly author: Author;
  /** The responder's alias; a visitor's name is the one chosen at the start. */
  readonly alias?: string;
  readonly id: string;
  readonly body: string;
}

/** The store does not keep up: a refusal the sender tries again after, rather than an error. */
const overloaded = (error: unknown): { readonly outcome: 'unavailable' } => {
  if (error instanceof AppendOverloaded) return { outcome: 'unavailable' };
  throw error;
};

/** One message, on its way: sealed here, numbered and stored by Postgres, acknowledged and delivered after COMMIT. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly texts: ConversationTexts,
    private readonly conversations: ConversationReadModel,
    private readonly live: LiveTimelines,
    @Inject(CONNECTIONS) private readonly technologies: Pick<Connections, 'appender'>,
  ) {}

  /**
   * A known id answers with its first number. Refuses `empty_message`, `message_too_long`, `different_body`,
   * `not_found`, `conversation_ended`, `stale_epoch`, `visitor_left` to the holder after a quick exit, and `unavailable` when too
   * many wait to be stored. Rejects when nothing is known to be stored.
   */
  async send(message: MessageToSend): Promise<Reply<Acknowledgement>> {
    const { conversation, author, id, body } = message;
    const flaw = messageFlaw(body);
    if (flaw !== null) return refused(flaw);
    const opening = this.texts.findOpen(conversation) ?? (await this.openingFor(conversation, author));
    if (opening === null) return refused('not_found');
    const { key } = opening;
    const bound = { entry: id, role: author.role } as const;
    const sealed = key.seal(body, bound);
    const stored = await this.technologies.appender
      .append({ conversation, id: entryId(id), author, sealed })
      .catch(overloaded);
    if (!('seq' in stored)) return refused(stored.outcome);
    if (stored.outcome === 'known' && key.open(stored.sealed, bound) !== body)
      return refused('different_body');
    const { seq, at } = stored;
    const name = author.role === 'visitor' ? opening.visitorName : (message.alias ?? '');
    this.live.deliverAppended(conversation, { kind: 'message', seq, id, at, from: author.role, name, body });
    return done({ id, seq, at });
  }

  /** Who never held it is told so before a key is opened: a stranger learns nothing from one that is gone. */
  private async openingFor(conversation: ConversationId, author: Author): Promise<OpenTexts | null> {
    if (
      author.role === 'responder' &&
      !(await this.conversations.wasHolder(conversation, author.staff, author.epoch))
    )
      return null;
    return this.texts.open(conversation);
  }
}
