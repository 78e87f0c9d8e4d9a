import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import type { LockedConversation, Stores } from '@warmline/postgres';
import { triage, watchedWordsIn, type WatchedWords } from '@warmline/routing';
import { Changes } from '../../index/changes';
import { WatchedWordsCache } from './watched-words-cache';

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

const spokenIn = (spoken: string, found: readonly WatchedWords[]): WatchedWords[] =>
  found.filter(({ language }) => primary(language) === primary(spoken));

/**
 * Compares what a visitor sent with the service's word list. A match can promote them to be answered sooner, and says
 * what they write about to the responder who is offered them. Only the matching row of the list is kept; drafts never come here.
 */
@Injectable()
export class TriageMessage {
  constructor(
    private readonly words: WatchedWordsCache,
    private readonly changes: Changes,
  ) {}

  /** The rows of the word list that this text matches. */
  async findWords(body: string): Promise<readonly WatchedWords[]> {
    return watchedWordsIn(body, await this.words.loadWords());
  }

  /** Whether this text, in this language, holds words that promote. The text and the match are kept nowhere. */
  async promotes(body: string, language: string): Promise<boolean> {
    const found = await this.findWords(body);
    return spokenIn(language, found).some(({ promotes }) => promotes);
  }

  /** Rejects when it could not be done. The page sends the message again, and it is triaged again. */
  async noteWords(conversation: ConversationId, found: readonly WatchedWords[]): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null || locked.row.state === 'ended') return;
      await this.save(stores, locked, spokenIn(locked.row.language, found));
    });
  }

  private async save(
    stores: Stores,
    { row }: LockedConversation,
    found: readonly WatchedWords[],
  ): Promise<void> {
    const { id: conversation, serviceId: service, band: from } = row;
    const { band: to, because, topics } = triage(row, found);
    if (topics.length > row.topics.length)
      await stores.conversations.noteTopics(conversation, { service, topics });
    if (row.state !== 'waiting' || because === null) return;
    await stores.conversations.changeBand({
      type: 'band_changed',
      service,
      conversation,
      from,
      to,
      because: 'words',
      by: null,
      words: because,
      reason: null,
      at: await stores.now(),
    });
  }
}
