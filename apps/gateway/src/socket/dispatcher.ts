import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { Refusal, Reply } from '@warmline/contracts';
import { mayEver, type PermissionRole } from '@warmline/identity';
import type { Config } from '../core/config';
import type { Log } from '../core/log';
import { refused } from '../core/reply';
import type { CommandTypes, Door } from './command';

/** Seconds over which a page's commands are counted. */
const WINDOW = 20;

/** A command with its form and its door. */
export interface Entrance<Page> {
  readonly payload: z.ZodType;
  readonly door: Door<Page, CommandTypes>;
}

/** What one page may send in 20 s, typing and receipts included. */
export type SenderLimits = Pick<Config, 'COMMANDS_PER_20S' | 'MESSAGES_PER_20S'>;

export interface DispatcherOptions<Page> {
  readonly entrances: ReadonlyMap<string, Entrance<Page>>;
  readonly permissionRoleOf: (page: Page) => PermissionRole;
  /** Names the page for limits: an id, never an address. */
  readonly limitKeyOf: (page: Page) => string;
  readonly limits: SenderLimits;
  readonly log: Log;
}

interface Incoming<Page> {
  readonly page: Page;
  readonly command: string;
  readonly payload: unknown;
}

/** Parse, authorise, call, answer: the one way in for every command of a namespace. Never throws. */
export class Dispatcher<Page> {
  private readonly commands: RateLimiterMemory;
  private readonly messages: RateLimiterMemory;

  constructor(private readonly options: DispatcherOptions<Page>) {
    const { COMMANDS_PER_20S, MESSAGES_PER_20S } = options.limits;
    this.commands = new RateLimiterMemory({ points: COMMANDS_PER_20S, duration: WINDOW });
    this.messages = new RateLimiterMemory({ points: MESSAGES_PER_20S, duration: WINDOW });
  }

  async dispatch({ page, command, payload }: Incoming<Page>): Promise<Reply<unknown>> {
    try {
      const entrance = this.options.entrances.get(command);
      if (entrance === undefined) return refused(await this.refusalOfUnknown(page));
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

  /** A name nobody knows counts like any other command. */
  private async refusalOfUnknown(page: Page): Promise<Refusal> {
    return (await isSpent(this.commands, this.options.limitKeyOf(page))) ? 'too_fast' : 'unknown_command';
  }

  private async refusalBefore(
    page: Page,
    { command, entrance }: { readonly command: string; readonly entrance: Entrance<Page> },
  ): Promise<Refusal | null> {
    if (!mayEver(entrance.door.action, this.options.permissionRoleOf(page))) return 'not_allowed';
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
