import { Injectable } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import {
  AfterChatReadModel,
  ConversationClockReadModel,
  ConversationReadModel,
  HandoverReadModel,
  type AskedAfterChat,
  type AskedIfHere,
  type ConversationRow,
  type StoredHandover,
} from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { VisitorWaits } from './visitor-waits';

/** The steps of a handover that a visitor is told of. */
const TOLD: { readonly [State in StoredHandover['state']]?: 'asked' | 'joined' } = {
  visitor_asked: 'asked',
  joined: 'joined',
  control_passed: 'joined',
};

/** In this wait, no supervisor was connected to hear that they are in danger. */
const isUnheard = ({ state, unheardAt, waitingSince }: ConversationRow): boolean =>
  state === 'waiting' && unheardAt !== null && unheardAt >= waitingSince;

/** What a visitor's page may know of its conversation. */
@Injectable()
export class VisitorViews {
  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly index: LiveIndex,
    private readonly handovers: HandoverReadModel,
    private readonly waits: VisitorWaits,
    private readonly clocks: ConversationClockReadModel,
    private readonly afterChat: AfterChatReadModel,
  ) {}

  async loadView(id: ConversationId): Promise<VisitorConversation | null> {
    const [view] = await this.loadViews([id]);
    return view ?? null;
  }

  /** Those that exist, with one query of each kind for all of them. */
  async loadViews(ids: readonly ConversationId[]): Promise<VisitorConversation[]> {
    return this.ofAll(await this.conversations.findConversations(ids));
  }

  async viewOf(row: ConversationRow): Promise<VisitorConversation> {
    const [view] = await this.ofAll([row]);
    if (view === undefined) throw new TypeError('one row has one view');
    return view;
  }

  private async ofAll(rows: readonly ConversationRow[]): Promise<VisitorConversation[]> {
    const talking = rows.filter(({ state }) => state === 'talking').map(({ id }) => id);
    const ended = rows.filter(({ asksAfter }) => asksAfter).map(({ id }) => id);
    const again = rows.filter((row) => row.state === 'waiting' && row.epoch > 0).map(({ id }) => id);
    const [responders, handovers, waitOf, asked, afterChat, left] = await Promise.all([
      this.respondersOf(talking),
      this.handoversOf(talking),
      this.waits.waitsOf(rows),
      this.clocks.findAsked(talking),
      this.afterChat.findAsked(ended),
      this.conversations.findLeft(again),
    ]);
    return rows.map((row) => ({
      id: row.id,
      state: row.state,
      version: row.version,
      responder: responders.get(row.id) ?? null,
      ...(left.has(row.id) ? { responderLeft: true as const } : {}),
      handover: handovers.get(row.id) ?? null,
      wait: waitOf(row),
      ...this.waits.wishesOf(row),
      ...(row.needsProof && row.state === 'waiting' ? { needsProof: true as const } : {}),
      ...(isUnheard(row) ? { helpFirst: true as const } : {}),
      ...(row.isInDanger && row.state !== 'ended' ? { sendsDetails: true as const } : {}),
      ...askedOf(asked.get(row.id)),
      waitingSince: row.waitingSince,
      head: row.lastSeq,
      receipts: { visitor: row.visitorSeen, responder: row.responderSeen },
      endReason: row.endReason,
      ...afterChatOf(afterChat.get(row.id)),
    }));
  }

  private async handoversOf(
    talking: readonly ConversationId[],
  ): Promise<Map<ConversationId, VisitorConversation['handover']>> {
    const open = await this.handovers.findOpenHandovers(talking);
    return new Map(open.map((handover) => [handover.conversationId, toldOf(handover)]));
  }

  private async respondersOf(
    talking: readonly ConversationId[],
  ): Promise<Map<ConversationId, VisitorConversation['responder']>> {
    const holders = await this.conversations.findHolders(talking);
    // Presence is unknown without Redis. Saying that the responder left would frighten for nothing.
    const present = await this.index
      .presentAmong(holders.map(({ staff }) => staffPresence(staff)))
      .catch(() => null);
    return new Map(
      holders.map(({ conversation, staff, name }) => [
        conversation,
        { name, present: present === null || present.has(staffPresence(staff)) },
      ]),
    );
  }
}

/** Nobody in danger is offered to end the chat here. */
const askedOf = (asked: AskedIfHere | undefined): Pick<VisitorConversation, 'askedIfHere'> =>
  asked === undefined ? {} : { askedIfHere: { seq: asked.seq, canEnd: asked.canEnd } };

/** The questions after the end; nothing where none are asked. */
const afterChatOf = (asked: AskedAfterChat | undefined): Pick<VisitorConversation, 'afterChat'> => {
  if (asked === undefined) return {};
  return { afterChat: asked.isAnswered ? 'answered' : { openFor: asked.openFor } };
};

/** What the visitor is asked or told of a handover; nothing while colleagues settle it among themselves. */
const toldOf = (open: StoredHandover): VisitorConversation['handover'] => {
  const state = open.kind === 'cold' ? undefined : TOLD[open.state];
  return state === undefined
    ? null
    : { id: open.id, state, from: open.senderAlias, to: open.receiverAlias ?? '' };
};
