import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { FairQueue } from './fair-queue';

/** A body with more bytes than this, or of unknown length, that nobody reads has to be taken off the wire. */
const LARGE = 65_536;
/** Answers that wait, of everyone and of one network, and for how long at most (ms). */
const WAITING = { waiting: 50, waitingPerSender: 20, waitingUrgent: 0, waitsMost: 5_000 };
/** Between one such body and the next (ms): ten a second, some 40 MB. */
const PAUSE = 100;
/** A sender that is slower than this (ms) is not waited for. */
const TAKEN_WITHIN = 2_000;

const isLarge = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > LARGE;

/** Resolves when all of the body has come, or its connection has ended. */
const isTaken = async (request: IncomingMessage): Promise<void> => {
  if (request.complete || request.socket.destroyed) return;
  const signal = AbortSignal.timeout(TAKEN_WITHIN);
  const ends = [once(request, 'end', { signal }), once(request.socket, 'close', { signal })];
  await Promise.race(ends.map((ended) => ended.catch(() => undefined)));
};

/**
 * Node reads to its end what nobody else reads of a body, as fast as it comes, once the answer is written. So where a large body is
 * refused, its answer waits for a turn. Until then the system holds the sender back. Where too many wait, the connection is closed.
 */
export class RefusedBodies {
  private readonly turns = new FairQueue({ ...WAITING, running: 1, runningPerSender: 1 });

  /** `key`: of the network. */
  watch(request: IncomingMessage, response: ServerResponse, key: string): void {
    if (!isLarge(request)) return;
    const end: unknown = Reflect.get(response, 'end');
    if (typeof end !== 'function') return;
    Reflect.set(response, 'end', (...rest: readonly unknown[]): ServerResponse => {
      Reflect.set(response, 'end', end);
      const answer = (): void => void Reflect.apply(end, response, rest);
      if (request.complete) answer();
      else void this.answerInTurn(request, response, { key, answer });
      return response;
    });
  }

  private async answerInTurn(
    request: IncomingMessage,
    response: ServerResponse,
    { key, answer }: { readonly key: string; readonly answer: () => void },
  ): Promise<void> {
    const turn = await this.turns.run({ key }, async () => {
      answer();
      await Promise.all([isTaken(request), delay(PAUSE)]);
    });
    if (turn.isRun) return;
    if (!response.headersSent) response.setHeader('Connection', 'close');
    answer();
  }
}
