import { Injectable } from '@nestjs/common';
import type { ComplaintPart, ToldUs } from '@warmline/contracts';
import { survey } from '@warmline/figures';
import type { StaffPrincipal } from '@warmline/identity';
import { DAY, later, type ServiceId } from '@warmline/kernel';
import {
  AfterChatReadModel,
  ComplaintReadModel,
  type ComplaintPlace,
  type StoredAfterChatWords,
} from '@warmline/postgres';
import { Changes } from '../../index/changes';
import { AFTER_CHAT_WORDS } from '../after-chat';
import { ConversationTexts } from '../timeline';
import { listingOf } from './settle-complaint';

/** Words after chats are shown for so long (ms). */
const SHOWN_FOR = 30 * DAY;

/** Noon (UTC) of that day: the exact time would say which chat the words are about, to who also reads the audit. */
const dayOf = (at: number): number => Math.floor(at / DAY) * DAY + DAY / 2;

/** What people told the service about itself: complaints, and words after chats. Nothing in it says who or which chat. */
@Injectable()
export class ListTold {
  constructor(
    private readonly changes: Changes,
    private readonly complaints: ComplaintReadModel,
    private readonly afterChat: AfterChatReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** The reading is recorded first. */
  async list({ service, staff: by }: StaffPrincipal): Promise<ToldUs> {
    const now = await this.changes.commit(async (stores) => {
      const at = await stores.now();
      await stores.complaints.record({ type: 'after_chat_read', service, by, at });
      return at;
    });
    const from = later(now, -SHOWN_FOR);
    const [complaints, words, asked] = await Promise.all([
      this.part(service, null),
      this.afterChat.loadWords(service, from),
      this.afterChat.loadSurvey(service, { from, to: later(now, 1) }),
    ]);
    return {
      ...complaints,
      words: await Promise.all(words.map((one) => this.wordsOf(one))),
      survey: survey(asked),
    };
  }

  /** The complaints after that one. They hold no words: reading one is recorded. */
  async listMore({ service }: StaffPrincipal, after: ComplaintPlace): Promise<ComplaintPart> {
    return this.part(service, after);
  }

  private async part(service: ServiceId, after: ComplaintPlace | null): Promise<ComplaintPart> {
    const [listed, inAll] = await Promise.all([
      this.complaints.loadPart(service, after),
      this.complaints.countKept(service),
    ]);
    return { complaints: listed.map(listingOf), inAll };
  }

  private async wordsOf({
    conversation,
    at,
    sealed,
  }: StoredAfterChatWords): Promise<ToldUs['words'][number]> {
    return { at: dayOf(at), words: await this.texts.openText(conversation, sealed, AFTER_CHAT_WORDS) };
  }
}
