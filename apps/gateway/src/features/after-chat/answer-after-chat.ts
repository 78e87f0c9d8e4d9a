import { Injectable } from '@nestjs/common';
import type { AfterChatAnswer } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { feelsWorse, isBlank, type Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { TriageMessage } from '../queue';
import { ConversationTexts } from '../timeline';

/** Where the free words after a chat are sealed. */
export const AFTER_CHAT_WORDS = { entry: 'after_chat', role: 'visitor' } as const;

/** A visitor answers how the chat was. One answer is kept for each conversation. */
@Injectable()
export class AnswerAfterChat {
  constructor(
    private readonly changes: Changes,
    private readonly texts: ConversationTexts,
    private readonly conversations: ConversationReadModel,
    private readonly triage: TriageMessage,
  ) {}

  /** Whether the page shows other help after this answer. Decided again for the same answer, and stored nowhere. */
  async soundsUnsafe(
    conversation: ConversationId,
    { feeling, words }: Pick<AfterChatAnswer, 'feeling' | 'words'>,
  ): Promise<boolean> {
    if (feelsWorse(feeling)) return true;
    const row = isBlank(words) ? null : await this.conversations.findConversation(conversation);
    return row !== null && this.triage.promotes(words, row.language);
  }

  /**
   * The same answer again changes nothing. Refuses `not_found` where nothing is asked and once the token is over, and
   * `different_body` where another answer is kept.
   */
  async answer(
    conversation: ConversationId,
    { answerId: id, ...said }: AfterChatAnswer,
  ): Promise<Refusal | null> {
    // Before the transaction: the key may have to be read on another connection.
    const wordsSealed = await this.sealed(conversation, said.words);
    if (wordsSealed === 'no_key') return 'not_found';
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null || !(await stores.afterChat.isOpen(conversation))) return 'not_found';
      const kept = await stores.afterChat.findAnswer(conversation);
      if (kept !== null) return kept === id ? null : 'different_body';
      const { feeling, listened } = said;
      const { serviceId: service } = locked.row;
      const fact = { type: 'after_chat_answered', service, conversation, at: await stores.now() } as const;
      await stores.afterChat.answer(fact, { id, feeling, listened, wordsSealed });
      return null;
    });
  }

  private async sealed(conversation: ConversationId, words: string): Promise<Buffer | null | 'no_key'> {
    if (isBlank(words)) return null;
    const key = await this.texts.keyOf(conversation);
    return key === null ? 'no_key' : key.seal(words.trim(), AFTER_CHAT_WORDS);
  }
}
