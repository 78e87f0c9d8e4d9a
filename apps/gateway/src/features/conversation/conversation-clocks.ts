import { Inject, Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { extendTime, SILENCE_SPANS, stepSilence, tellTime, type SilenceSpans } from '@warmline/conversation';
import { MINUTE, type ConversationId, type StaffId } from '@warmline/kernel';
import { ConversationClockReadModel, type StoredClock } from '@warmline/postgres';
import type { SilenceAnswer } from '@warmline/vocabulary';
import { forEachSettled } from '../../core/async/batch';
import { nothing, refused } from '../../core/replies';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { EndConversation } from './end-conversation';

/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND_MAX = 500;

export interface WishedExtension {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly epoch: number;
  /** Of the extension, 1 first. */
  readonly number: number;
}

/** A visitor's silence and the length of a conversation: what they cause, and what people do about it. */
@Injectable()
export class ConversationClocks {
  constructor(
    private readonly changes: Changes,
    private readonly clocks: ConversationClockReadModel,
    private readonly endConversation: EndConversation,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Takes each step that is due, once: it is decided again under the lock, so a restart or a second worker does no harm. */
  async takeDueSteps(): Promise<void> {
    const quiet = this.spans.ask;
    const due = await this.clocks.findDue(this.service.id, {
      quiet,
      minute: this.timers.scaled(MINUTE),
      limit: FOUND_MAX,
    });
    await forEachSettled(due, ({ conversation }) => this.takeStep(conversation));
  }

  /** An answer to an older question changes nothing. */
  async answerAsVisitor(
    id: ConversationId,
    { seq, answer }: { seq: number; answer: SilenceAnswer },
  ): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      const clock = locked?.conversation.state === 'talking' ? await stores.clocks.load(id) : null;
      const isOpen = clock?.askedSeq === seq && !isAnswered(clock);
      if (locked === null || clock === null || !isOpen) return;
      const fact = {
        type: 'silence_answered',
        service: locked.row.serviceId,
        conversation: id,
        answer,
        at: clock.now,
      } as const;
      await stores.clocks.answer(fact, this.spans.moreTime);
    });
  }

  /** Refuses `not_found`, `stale_epoch` and `conversation_ended`. */
  async extend({
    conversation,
    staff,
    epoch,
    number,
  }: WishedExtension): Promise<Reply<Record<string, never>>> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null) return refused('not_found');
      const claim = { staff, epoch, held: await stores.holdings.wasHeld(conversation, epoch, staff) };
      const clock = await stores.clocks.load(conversation);
      const wished = { number, extensions: clock?.session.extensions ?? 0, at: await stores.now() };
      const decision = extendTime(locked.conversation, claim, wished);
      if (!decision.accepted) return refused(decision.refusal);
      for (const fact of decision.events) await stores.clocks.extend(fact);
      return nothing;
    });
  }

  private get spans(): SilenceSpans {
    return this.timers.silence(SILENCE_SPANS);
  }

  private async takeStep(id: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      const clock = locked === null ? null : await stores.clocks.load(id);
      if (locked === null || clock === null) return;
      const at = clock.now;
      const { events } = stepSilence(locked.conversation, clock.silence, { spans: this.spans, at });
      for (const fact of events)
        if (fact.type === 'silence_asked') await stores.clocks.ask(fact);
        else await this.endConversation.endBySilence(stores, locked, fact);
      if (events.length > 0) return;
      const scaled = (span: number): number => this.timers.scaled(span);
      for (const fact of tellTime(locked.conversation, clock.session, { at, scaled }).events)
        await stores.clocks.tellTime(fact);
    });
  }
}

const isAnswered = ({ silence: { askedAt, hereAt } }: StoredClock): boolean =>
  askedAt === null || (hereAt !== null && hereAt >= askedAt);
