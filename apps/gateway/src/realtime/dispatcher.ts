import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { Refusal, Reply } from '@warmline/contracts';
import { mayEver, type Standing } from '@warmline/identity';
import type { Log } from '../platform/log';
import { refused } from '../platform/reply';
import type { CommandTypes, Door } from './door';

/** Commands of one page: at most this many in this many seconds, typing and receipts included. */
const COMMANDS = { points: 240, duration: 20 };
/** Messages of one page: nobody types faster for long. */
const MESSAGES = { points: 40, duration: 20 };

/** A command with its form and its door. */
export interface Entrance<Page> {
  readonly payload: z.ZodType;
  readonly door: Door<Page, CommandTypes>;
}

export interface DispatcherOptions<Page> {
  readonly entrances: ReadonlyMap<string, Entrance<Page>>;
  readonly standingOf: (page: Page) => Standing;
  /** Names the page for limits: an id, never an address. */
  readonly limitKeyOf: (page: Page) => string;
  readonly log: Log;
}

interface Incoming<Page> {
  readonly page: Page;
  readonly command: string;
  readonly payload: unknown;
}

/** Parse, authorise, call, answer: the one way in for every command of a namespace. Never throws. */
export class Dispatcher<Page> {
  private readonly commands = new RateLimiterMemory(COMMANDS);
  private readonly messages = new RateLimiterMemory(MESSAGES);

  constructor(private readonly options: DispatcherOptions<Page>) {}

  async dispatch({ page, command, payload }: Incoming<Page>): Promise<Reply<unknown>> {
    try {
      const entrance = this.options.entrances.get(command);
      if (entrance === undefined) return refused('unknown_command');
      const refusal = await this.refusalBefore(page, { command, entrance });
      if (refusal !== null) return refused(refusal);
      const parsed = entrance.payload.safeParse(payload);
      if (!parsed.success) return refused('malformed');
      return await entrance.door.handle(page, parsed.data);
    } catch (err) {
      const known = this.options.entrances.has(command) ? command : 'unknown';
      this.options.log.error({ err, command: known }, 'a command failed');
      return refused('unavailable');
    }
  }

  private async refusalBefore(
    page: Page,
    { command, entrance }: { readonly command: string; readonly entrance: Entrance<Page> },
  ): Promise<Refusal | null> {
    if (!mayEver(entrance.door.action, this.options.standingOf(page))) return 'not_allowed';
    const key = this.options.limitKeyOf(page);
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
