import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Challenge, Proof, Reply } from '@warmline/contracts';
import { answerOf } from '@warmline/conversation';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ConversationReadModel, isUniqueViolation } from '@warmline/postgres';
import { bandFor } from '@warmline/routing';
import type { SafetyChoice } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { Admission } from '../opening';
import { NAME } from '../timeline';
import { FreshKeys } from './fresh-keys';
import { ProofChallenges } from './proof-challenges';
import { StartPressure, type StartTerms } from './start-pressure';

export interface StartCommand {
  /** SHA-256 of the page's token. */
  readonly tokenHash: Buffer;
  readonly startId: string;
  readonly safety: SafetyChoice;
  /** As typed; '' for none. */
  readonly name: string;
  readonly language: string;
  /** Skills they wish for. */
  readonly wants?: readonly string[];
  readonly proof?: Proof | undefined;
  /** The page's handshake, for the budget of its network. */
  readonly from: IncomingMessage;
}

/** A visitor enters the queue. The page makes the token and the start id, so a retried start is the same start. */
@Injectable()
export class StartConversation {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly keys: FreshKeys,
    private readonly admission: Admission,
    private readonly pressure: StartPressure,
    private readonly challenges: ProofChallenges,
  ) {}

  /**
   * Refuses `already_started` when the token began another conversation, `service_closed` when the service takes no visitor of this band,
   * `proof_needed` when many start at once and there is no proof: then the page does one and starts again.
   */
  async start(command: StartCommand): Promise<Reply<ConversationId>> {
    const earlier = await this.earlier(command);
    if (earlier !== null) return earlier;
    if (!(await this.admission.admits(bandFor(answerOf(command.safety)), command.startId)))
      return refused('service_closed');
    const terms = await this.termsOf(command);
    if (terms === 'proof_needed') return refused('proof_needed');
    try {
      const started = await this.insert(command, terms === 'unproven');
      await this.admission.uncountArrival();
      return done(started);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return (await this.earlier(command)) ?? refused('unavailable');
    }
  }

  /** A proof of work for the start of this token; more work the more chats start at once. */
  challengeOf(tokenHash: Buffer): Challenge {
    return this.challenges.make(tokenHash, this.pressure.effort);
  }

  private async earlier({ tokenHash, startId, proof }: StartCommand): Promise<Reply<ConversationId> | null> {
    const known = await this.conversations.findByToken(tokenHash);
    if (known === null) return null;
    if (known.startId !== startId) return refused('already_started');
    if (known.needsProof && (await this.isProven(tokenHash, proof))) await this.noteProven(known.id);
    return done(known.id);
  }

  private async termsOf({ tokenHash, proof, from, safety }: StartCommand): Promise<StartTerms> {
    return (await this.isProven(tokenHash, proof)) ? 'free' : this.pressure.judge(from, safety);
  }

  private async isProven(tokenHash: Buffer, proof: Proof | undefined): Promise<boolean> {
    return proof !== undefined && (await this.challenges.isSolved(tokenHash, proof));
  }

  private async noteProven(id: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      if (locked?.row.needsProof === true) await stores.conversations.noteProven(id, locked.row.serviceId);
    });
  }

  private async insert(command: StartCommand, needsProof: boolean): Promise<ConversationId> {
    const id = conversationId(uuid());
    const { key, wrapped } = await this.keys.make(id);
    const name = command.name.trim();
    const crowd = this.pressure.crowdOf(command.from);
    await this.changes.commit(async (stores) => {
      await stores.conversations.start(
        {
          type: 'conversation_started',
          service: this.admission.service,
          conversation: id,
          band: bandFor(answerOf(command.safety)),
          at: await stores.now(),
        },
        {
          startId: command.startId,
          tokenHash: command.tokenHash,
          language: command.language,
          safetyAnswer: answerOf(command.safety),
          wants: [...(command.wants ?? [])],
          needsProof,
          nameSealed: name === '' ? null : key.seal(name, NAME),
          dekWrapped: Buffer.from(wrapped.dekWrapped),
          kekDay: wrapped.kekDay,
        },
      );
      if (crowd !== null) await stores.floods.noteArrival(id, { service: this.admission.service, crowd });
    });
    return id;
  }
}
