import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { Reply } from '@warmline/contracts';
import { settleWithin } from '../core/async/timeout';
import { RefusalCounts } from '../core/refusal-counts';
import { EventLoopTime } from './event-loop-time';

/** Answers one command of a socket. Never rejects. */
export type Answerer = (command: string, payload: unknown) => Promise<Reply<unknown>>;

/** Socket.IO passes one when the sender wants an answer. A command without one is ignored. */
const isAcknowledgement = (value: unknown): value is (reply: unknown) => void => typeof value === 'function';

/** Commands that were received and are not answered yet, so that a stop can wait for their answers. */
@Injectable()
export class CommandsInProgress {
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    readonly refusals: RefusalCounts,
    readonly loopTime: EventLoopTime,
  ) {}

  /** From now on `answer` answers every command of this socket. */
  listen(socket: Pick<Socket, 'onAny'>, answer: Answerer): void {
    socket.onAny((command: string, ...given: unknown[]) => {
      const acknowledge = given.at(-1);
      if (!isAcknowledgement(acknowledge)) return;
      const payload = given.length > 1 ? given[0] : undefined;
      void this.track(answer(command, payload)).then((reply) => {
        if (!reply.ok) this.refusals.count(reply.refusal);
        acknowledge(reply);
      });
    });
  }

  track<Answer>(work: Promise<Answer>): Promise<Answer> {
    this.running.add(work);
    const end = (): void => {
      this.running.delete(work);
    };
    work.then(end, end);
    return work;
  }

  get count(): number {
    return this.running.size;
  }

  /** Resolves when all are answered, those that came since included, or after `milliseconds`. */
  settleWithin(milliseconds: number): Promise<void> {
    let isLate = false;
    const settleAll = async (): Promise<void> => {
      while (this.count > 0 && !isLate) await Promise.allSettled([...this.running]);
    };
    return settleWithin(milliseconds, settleAll()).finally(() => {
      isLate = true;
    });
  }
}
