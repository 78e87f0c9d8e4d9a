import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { handoverId, MINUTE, type ConversationId } from '@warmline/kernel';
import { ConversationClockReadModel, ConversationReadModel } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import type { Refusal } from '@warmline/vocabulary';
import { done, found, nothing, refused } from '../../core/replies';
import { Timers } from '../../core/timers';
import { defineVisitorCommands } from '../../socket/commands';
import { conversationOf, type VisitorPage } from '../../socket/sockets';
import { VisitorTurns } from '../../socket/visitor-turns';
import { SeenVisitors } from '../../staffing/seen-visitors';
import { AnswerHandover } from '../handover';
import { TriageMessage } from '../queue';
import { ReadTimeline, SendMessage } from '../timeline';
import { ConversationClocks } from './conversation-clocks';
import { EndConversation } from './end-conversation';
import { VisitorArrival } from './visitor-arrival';
import { VisitorViews } from './visitor-view';

type Answer<Value> = (id: ConversationId) => Promise<Reply<Value>>;

/** Finds the conversation of a page's token, never of a payload, and refuses a token that is over. */
@Injectable()
export class VisitorAccess {
  constructor(private readonly conversations: ConversationReadModel) {}

  /** Asks Postgres at every command, since another gateway may have heard of the quick exit. Refuses `not_found`. */
  async inConversation<Value>(page: VisitorPage, answer: Answer<Value>): Promise<Reply<Value>> {
    const id = conversationOf(page);
    if (id === null || !(await this.conversations.isOpenToVisitor(id))) return refused('not_found');
    return answer(id);
  }

  /** For a write that Postgres judges itself, under the lock of the row. */
  async judgedByWrite<Value>(page: VisitorPage, answer: Answer<Value>): Promise<Reply<Value>> {
    const id = conversationOf(page);
    return id === null ? refused('not_found') : answer(id);
  }
}

/** A visitor's page begins its conversation, ends it, and answers a handover. */
@Injectable()
export class VisitorConversationCommands {
  readonly table = defineVisitorCommands({
    'conversation:start': {
      permission: 'conversation.start',
      run: (page, payload) => this.arrival.start(page, payload),
    },
    'challenge:ask': {
      permission: 'conversation.start',
      run: async ({ tokenHash }) => done(this.arrival.challengeOf(tokenHash)),
    },
    'conversation:open': {
      permission: 'conversation.open',
      run: (page) => this.arrival.open(page),
    },
    'conversation:end': {
      permission: 'conversation.end',
      run: (page) =>
        this.access.inConversation(page, async (id) => {
          await this.endConversation.endByVisitor(id);
          return found(await this.views.loadView(id));
        }),
    },
    'silence:answer': {
      permission: 'conversation.write',
      run: (page, answer) =>
        this.access.inConversation(page, async (id) => {
          await this.clocks.answerAsVisitor(id, answer);
          return found(await this.views.loadView(id));
        }),
    },
    'handover:answer': {
      permission: 'handover.answer',
      run: (page, { handoverId: handover, agrees }) =>
        this.access.inConversation(page, async (id) => {
          const isTheirs = await this.answerHandover.answerAsVisitor(id, handoverId(handover), agrees);
          return found(isTheirs ? await this.views.loadView(id) : null);
        }),
    },
  });

  constructor(
    private readonly arrival: VisitorArrival,
    private readonly endConversation: EndConversation,
    private readonly answerHandover: AnswerHandover,
    private readonly clocks: ConversationClocks,
    private readonly views: VisitorViews,
    private readonly access: VisitorAccess,
  ) {}
}

/** A visitor's page reads and writes its timeline. */
@Injectable()
export class VisitorTimelineCommands {
  readonly table = defineVisitorCommands({
    'timeline:read': {
      permission: 'conversation.read',
      run: (page, { after }) =>
        this.access.inConversation(page, async (id) => done(await this.timeline.readPage(id, after))),
    },
    'message:send': {
      permission: 'conversation.write',
      run: (page, message) =>
        this.access.judgedByWrite(page, async (id) => {
          const sent = await this.sendMessage.send({
            conversation: id,
            author: { role: 'visitor' },
            ...message,
          });
          // Before the acknowledgement: when triage fails, the page sends the message again and it is triaged again.
          const refusal = sent.ok ? await this.noteWords(page, id, message.body) : null;
          return refusal === null ? sent : refused(refusal);
        }),
    },
  });

  constructor(
    private readonly timeline: ReadTimeline,
    private readonly sendMessage: SendMessage,
    private readonly triage: TriageMessage,
    private readonly seen: SeenVisitors,
    private readonly turns: VisitorTurns,
    private readonly access: VisitorAccess,
  ) {}

  /** What follows from a stored message, in a turn of its own where Postgres is asked. Someone in danger is noted first. */
  private async noteWords(page: VisitorPage, id: ConversationId, body: string): Promise<Refusal | null> {
    const words = await this.triage.findWords(body);
    const isUrgent = this.seen.isWatched(id);
    const note = async (): Promise<void> => {
      if (words.length > 0) await this.triage.noteWords(id, words);
      await this.seen.wrote(id);
    };
    if (words.length === 0 && !isUrgent) {
      await note();
      return null;
    }
    const turn = await this.turns.useDatabase({ key: page.tokenHash.toString('base64'), isUrgent }, note);
    return turn.isRun ? null : turn.why;
  }
}

/** A visitor's page says that its visitor types, and how far they have read. */
@Injectable()
export class VisitorActivityCommands {
  readonly table = defineVisitorCommands({
    'typing:set': {
      permission: 'conversation.write',
      run: (page, { typing }) =>
        this.access.inConversation(page, async (id) => {
          this.hints.hint({ kind: 'typing', id, from: 'visitor', typing });
          if (typing) await this.noteTyping(id);
          return nothing;
        }),
    },
    'receipt:seen': {
      permission: 'conversation.read',
      run: (page, { seq }) =>
        this.access.inConversation(page, async (id) => {
          if (await this.conversations.moveVisitorCursor(id, seq))
            this.hints.hint({ kind: 'changed', conversations: [id], staff: [] });
          return nothing;
        }),
    },
  });

  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly clocks: ConversationClockReadModel,
    private readonly hints: Hints,
    private readonly access: VisitorAccess,
    private readonly timers: Timers,
  ) {}

  /** Someone who types is not silent. */
  private async noteTyping(id: ConversationId): Promise<void> {
    if (await this.clocks.noteTyping(id, this.timers.scaled(MINUTE)))
      this.hints.hint({ kind: 'changed', conversations: [id], staff: [] });
  }
}
