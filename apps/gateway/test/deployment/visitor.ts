import { randomBytes, randomUUID } from 'node:crypto';
import { solveChallenge } from '@warmline/client';
import {
  type Acknowledgement,
  PROTOCOL_VERSION,
  type TimelinePage,
  VISITOR_NAMESPACE,
  type VisitorCommands,
  type VisitorConversation,
  type VisitorNotices,
} from '@warmline/contracts';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { until } from '@warmline/test-kit';
import type { SafetyChoice } from '@warmline/vocabulary';
import { Page, type ConnectOptions } from './page';
import type { RunningGateway } from './running';

/** 32 random bytes, as a visitor's page makes them. */
export const aToken = (): string => randomBytes(32).toString('base64url');

/** A visitor's page on one gateway. */
export class Visitor extends Page<VisitorCommands, VisitorNotices> {
  /** Of the conversation this page has started or opened. */
  conversation: ConversationId | null = null;

  private constructor(
    socket: Visitor['socket'],
    readonly token: string,
  ) {
    super(socket);
  }

  static connected(gateway: RunningGateway, token = aToken()): Promise<Visitor> {
    return Visitor.connectedWith(gateway, {}, token);
  }

  /** With other options of the client than a page would use. */
  static async connectedWith(
    { url }: RunningGateway,
    options: ConnectOptions,
    token = aToken(),
  ): Promise<Visitor> {
    const auth = { token, protocol: PROTOCOL_VERSION };
    return new Visitor(await Page.connect(`${url}${VISITOR_NAMESPACE}`, { auth, ...options }), token);
  }

  async starts(
    with_: Partial<VisitorCommands['conversation:start']['payload']> = {},
  ): Promise<VisitorConversation> {
    const payload = { startId: randomUUID(), safety: 'safe', name: '', language: 'en', ...with_ } as const;
    // As a page does: a server that was too slow is asked again, with the same id.
    const reply = await until('a conversation to start', async () => {
      const answer = await this.ask('conversation:start', payload);
      return (answer.ok || answer.refusal !== 'unavailable') && answer;
    });
    if (!reply.ok) throw new Error(`conversation:start was refused: ${reply.refusal}`);
    return this.remember(reply.value);
  }

  /** As a page does while many start at once: with a proof, before or beside its start. */
  async startsProven(
    with_: Partial<VisitorCommands['conversation:start']['payload']> = {},
  ): Promise<VisitorConversation> {
    const payload = { startId: randomUUID(), safety: 'safe', name: '', language: 'en', ...with_ } as const;
    const first = await this.ask('conversation:start', payload);
    if (first.ok && first.value.needsProof === undefined) return this.remember(first.value);
    const challenge = await this.must('challenge:ask', {});
    const proof = await solveChallenge(challenge, { onAnswer: () => {}, isStopped: () => false });
    if (proof === null) throw new Error('nothing stopped it');
    return this.starts({ ...payload, proof });
  }

  async opens(): Promise<VisitorConversation> {
    return this.remember(await this.must('conversation:open', {}));
  }

  says(body: string, id: string = randomUUID()): Promise<Acknowledgement> {
    return this.must('message:send', { id, body });
  }

  reads(after = 0): Promise<TimelinePage> {
    return this.must('timeline:read', { after });
  }

  /** The same page, by way of another gateway, with its conversation open. */
  async again(gateway: RunningGateway): Promise<Visitor> {
    const page = await Visitor.connected(gateway, this.token);
    await page.opens();
    return page;
  }

  /** The conversation's id; throws before there is one. */
  get id(): ConversationId {
    if (this.conversation === null) throw new Error('this visitor has no conversation yet');
    return this.conversation;
  }

  private remember(view: VisitorConversation): VisitorConversation {
    this.conversation = conversationId(view.id);
    return view;
  }
}

interface Choices {
  /** Written at once after the start; '' for nothing. */
  readonly says: string;
  readonly safety: SafetyChoice;
  readonly name: string;
}

const visitorWith = (choices: Choices) => ({
  named: (name: string) => visitorWith({ ...choices, name }),
  /** Answered first, since they write a word. */
  inDanger: () => visitorWith({ ...choices, safety: 'danger', says: 'please' }),
  /** Says that they are in danger, and nothing more. */
  inDangerAndSilent: () => visitorWith({ ...choices, safety: 'danger', says: '' }),
  unsure: () => visitorWith({ ...choices, safety: 'unsure' }),
  /** Connected, with nothing started. */
  arrivingAt: (gateway: RunningGateway) => Visitor.connected(gateway),
  waitingAt: async (gateway: RunningGateway): Promise<Visitor> => {
    const page = await Visitor.connected(gateway);
    const { says, ...start } = choices;
    await page.starts(start);
    if (says !== '') await page.says(says);
    return page;
  },
});

/** A visitor with no name who is safe, unless said otherwise. */
export const aVisitor = () => visitorWith({ safety: 'safe', name: '', says: '' });
