import type { Refusal, Reply } from '@warmline/contracts';
import { mayEver, type Standing } from '@warmline/identity';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { Log } from '../platform/log';
import { refused } from '../platform/reply';
import type { CommandTypes, Door } from './door';

/** Commands of one caller: at most this many in this many seconds, typing and receipts included. */
const COMMANDS = { points: 240, duration: 20 };
/** Messages of one caller: nobody types faster for long. */
const MESSAGES = { points: 40, duration: 20 };

/** A command with its form and its door. */
export interface Entrance<Caller> {
  readonly payload: z.ZodType;
  readonly door: Door<Caller, CommandTypes>;
}

export interface DispatcherOptions<Caller> {
  readonly entrances: ReadonlyMap<string, Entrance<Caller>>;
  readonly standingOf: (caller: Caller) => Standing;
  /** Names the caller for limits: an id, never an address. */
  readonly limitKeyOf: (caller: Caller) => string;
  readonly log: Log;
}

interface Incoming<Caller> {
  readonly caller: Caller;
  readonly command: string;
  readonly payload: unknown;
}

/** Parse, authorise, call, answer: the one way in for every command of a namespace. Never throws. */
export class Dispatcher<Caller> {
  private readonly commands = new RateLimiterMemory(COMMANDS);
  private readonly messages = new RateLimiterMemory(MESSAGES);

  constructor(private readonly options: DispatcherOptions<Caller>) {}

  async dispatch({ caller, command, payload }: Incoming<Caller>): Promise<Reply<unknown>> {
    try {
      const entrance = this.options.entrances.get(command);
      if (entrance === undefined) return refused('unknown_command');
      const refusal = await this.refusalBefore(caller, { command, entrance });
      if (refusal !== null) return refused(refusal);
      const parsed = entrance.payload.safeParse(payload);
      if (!parsed.success) return refused('malformed');
      return await entrance.door.handle(caller, parsed.data);
    } catch (err) {
      const known = this.options.entrances.has(command) ? command : 'unknown';
      this.options.log.error({ err, command: known }, 'a command failed');
      return refused('unavailable');
    }
  }

  private async refusalBefore(
    caller: Caller,
    { command, entrance }: { readonly command: string; readonly entrance: Entrance<Caller> },
  ): Promise<Refusal | null> {
    if (!mayEver(entrance.door.action, this.options.standingOf(caller))) return 'not_allowed';
    const key = this.options.limitKeyOf(caller);
    const isOver =
      (await isSpent(this.commands, key)) ||
      (command === 'message:send' && (await isSpent(this.messages, key)));
    return isOver ? 'too_fast' : null;
  }
}

const isSpent = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
  try {
    await limiter.consume(key);
    return false;
  } catch (error) {
    if (error instanceof RateLimiterRes) return true;
    throw error;
  }
};
