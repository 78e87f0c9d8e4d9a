import { Injectable } from '@nestjs/common';
import {
  ACTS_PAGE_MAX,
  type ActsPage,
  type PastRecord,
  type Reply,
  type TimelinePage,
  type WritingsPage,
} from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel, PastRecordReadModel, UnitOfWork, type StoredAct } from '@warmline/postgres';
import type { Refusal } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import type { StaffPage } from '../../socket/sockets';
import { ConversationTexts, ReadTimeline } from '../timeline';
import { OpenReadings, type Opening } from './open-readings';
import { PastWritings } from './past-writings';

/** A row of the audit log as pages are shown it. */
export const actOf = ({ actorKind, actorName, at, ...act }: StoredAct) => ({
  ...act,
  at: Math.round(at),
  by: actorKind,
  byName: actorName,
});

/** Opens conversations of the past. Each reading is recorded, with its purpose, before its first byte is sent. */
@Injectable()
export class ReadPast {
  private readonly readings = new OpenReadings();

  constructor(
    private readonly work: UnitOfWork,
    private readonly past: PastRecordReadModel,
    private readonly conversations: ConversationReadModel,
    private readonly texts: ConversationTexts,
    private readonly timeline: ReadTimeline,
    private readonly writings: PastWritings,
  ) {}

  /** Refuses `not_found`, and `not_ended` while it goes on: then it is read along with, and the responder sees that. */
  async open(page: StaffPage, opening: Opening): Promise<Reply<PastRecord>> {
    const { conversation } = opening;
    const refusal = await this.record(page, opening);
    if (refusal !== null) return refused(refusal);
    const [row, firstActs] = await Promise.all([
      this.conversations.findConversation(conversation),
      this.loadActs(page, conversation, '0'),
    ]);
    const written = row === null ? null : await this.loadWritten(row);
    return done({ conversationId: conversation, written, done: firstActs });
  }

  /** What was written after this number. Refuses as `open` does. */
  async readEntries(page: StaffPage, opening: Opening, after: number): Promise<Reply<TimelinePage>> {
    const refusal = await this.recordOnce(page, opening, after === 0);
    return refusal === null
      ? done(await this.timeline.readPage(opening.conversation, after))
      : refused(refusal);
  }

  /** What staff wrote beside it, after so many. Refuses as `open` does. */
  async readWritings(page: StaffPage, opening: Opening, after: number): Promise<Reply<WritingsPage>> {
    const refusal = await this.recordOnce(page, opening, after === 0);
    return refusal === null
      ? done(await this.writings.readPage(opening.conversation, after))
      : refused(refusal);
  }

  /** What was done after this number. Refuses as `open` does. */
  async readActs(page: StaffPage, opening: Opening, after: string): Promise<Reply<ActsPage>> {
    const refusal = await this.recordOnce(page, opening, after === '0');
    return refusal === null ? done(await this.loadActs(page, opening.conversation, after)) : refused(refusal);
  }

  /** This console has opened it, and that is recorded. */
  hasOpened({ socket }: StaffPage, conversation: string | null): boolean {
    return conversation !== null && this.readings.hasOpened(socket, conversation);
  }

  private async loadWritten(
    row: Parameters<ConversationTexts['visitorName']>[0],
  ): Promise<PastRecord['written']> {
    const [visitorName, first, beside] = await Promise.all([
      this.texts.visitorName(row),
      this.timeline.readPage(row.id, 0),
      this.writings.readPage(row.id, 0),
    ]);
    return { visitorName, page: first, beside };
  }

  private async loadActs(
    { person }: StaffPage,
    conversation: ConversationId,
    after: string,
  ): Promise<ActsPage> {
    const asked = { after, most: ACTS_PAGE_MAX };
    const acts = (await this.past.loadActs(person.service, conversation, asked)).map(actOf);
    return { acts, next: acts.length < ACTS_PAGE_MAX ? null : (acts.at(-1)?.id ?? null) };
  }

  /** The pages of one reading are one reading, on the console that began it and for a while. A first page begins another. */
  private async recordOnce(page: StaffPage, opening: Opening, isFirst: boolean): Promise<Refusal | null> {
    const isOpen = !isFirst && this.readings.goesOn(page.socket, opening);
    return isOpen ? null : this.record(page, opening);
  }

  /** Records that it is opened now, and why. Nothing of it may be opened before. Refuses as `open` does. */
  async record({ socket, person }: StaffPage, opening: Opening): Promise<Refusal | null> {
    const { service, staff } = person;
    const { conversation, purpose } = opening;
    const state = await this.past.findState(service, conversation);
    if (state?.hasEnded === false) return 'not_ended';
    if (state === null && !(await this.hasActs(person, conversation))) return 'not_found';
    await this.work.inTransaction(async (stores) =>
      stores.history.record({
        type: 'history_read',
        ...{ service, conversation, staff, purpose },
        at: await stores.now(),
      }),
    );
    this.readings.begin(socket, opening);
    return null;
  }

  private async hasActs({ service }: StaffPage['person'], conversation: ConversationId): Promise<boolean> {
    return (await this.past.loadActs(service, conversation, { after: '0', most: 1 })).length > 0;
  }
}
