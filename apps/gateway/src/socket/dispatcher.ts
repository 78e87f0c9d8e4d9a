import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { Reply } from '@warmline/contracts';
import { mayEver, type PermissionRole } from '@warmline/identity';
import { hasControlCharacter, type Refusal } from '@warmline/vocabulary';
import type { Config } from '../core/config';
import type { Log } from '../core/log';
import { refused } from '../core/replies';
import type { RegisteredCommand } from './commands';

/** Time over which a page's commands are counted (s). */
const WINDOW = 20;

/** What one page may send in 20 s, typing and receipts included. */
export type SenderLimits = Pick<Config, 'COMMANDS_PER_20S' | 'MESSAGES_PER_20S'>;

export interface DispatcherOptions<Page> {
  readonly commands: ReadonlyMap<string, RegisteredCommand<Page>>;
  readonly permissionRolesOf: (page: Page) => readonly PermissionRole[];
  /** Names the page for limits: an id, never an address. */
  readonly limitKeyOf: (page: Page) => string;
  readonly limits: SenderLimits;
  readonly log: Log;
  /** Runs synchronous work for this page, and counts the time that it takes. */
  readonly measure?: <Result>(page: Page, work: () => Result) => Result;
  /** Runs a command that is within all limits: when it is its turn, once the page is recognised. At once where absent. */
  readonly inTurn?: (page: Page, command: CommandInTurn) => Promise<Reply<unknown>>;
}

/** A command that has passed its limits and has the right form. */
export interface CommandInTurn {
  readonly name: string;
  readonly payload: unknown;
  readonly run: () => Promise<Reply<unknown>>;
}

interface Incoming<Page> {
  readonly page: Page;
  readonly command: string;
  readonly payload: unknown;
}

/**
 * Authorises, limits, parses, runs and answers every command of a namespace. Never throws. Nothing is looked up for a
 * command before it is known to be within its limits and of the right form.
 */
export class Dispatcher<Page> {
  private readonly commands: RateLimiterMemory;
  private readonly messages: RateLimiterMemory;

  constructor(private readonly options: DispatcherOptions<Page>) {
    const { COMMANDS_PER_20S, MESSAGES_PER_20S } = options.limits;
    this.commands = new RateLimiterMemory({ points: COMMANDS_PER_20S, duration: WINDOW });
    this.messages = new RateLimiterMemory({ points: MESSAGES_PER_20S, duration: WINDOW });
  }

  async dispatch({ page, command: name, payload }: Incoming<Page>): Promise<Reply<unknown>> {
    const command = this.options.commands.get(name);
    try {
      if (command === undefined) return refused(await this.refusalOfUnknown(page));
      const refusal = await this.refusalBeforeParsing(page, name, command);
      if (refusal !== null) return refused(refusal);
      const read = (): Parsed => parse(command.payload, payload);
      const parsed = this.options.measure?.(page, read) ?? read();
      if ('refusal' in parsed) return refused(parsed.refusal);
      const run = () => command.run(page, parsed.payload);
      return await (this.options.inTurn?.(page, { name, payload: parsed.payload, run }) ?? run());
    } catch (err) {
      this.options.log.error({ err, command: command === undefined ? 'unknown' : name }, 'a command failed');
      return refused('unavailable');
    }
  }

  /** Whether this sender is over its limit, so that it should not come back yet either. */
  async isOverLimit(page: Page): Promise<boolean> {
    const spent = await this.commands.get(this.options.limitKeyOf(page));
    return spent !== null && spent.consumedPoints > this.options.limits.COMMANDS_PER_20S;
  }

  /** A name that is no command counts like any command. */
  private async refusalOfUnknown(page: Page): Promise<Refusal> {
    return (await isSpent(this.commands, this.options.limitKeyOf(page))) ? 'too_fast' : 'unknown_command';
  }

  private async refusalBeforeParsing(
    page: Page,
    name: string,
    { permission }: RegisteredCommand<Page>,
  ): Promise<Refusal | null> {
    if (!mayEver(permission, this.options.permissionRolesOf(page))) return 'not_allowed';
    const key = this.options.limitKeyOf(page);
    const isOver =
      (await isSpent(this.commands, key)) || (name === 'message:send' && (await isSpent(this.messages, key)));
    return isOver ? 'too_fast' : null;
  }
}

type Parsed = { readonly payload: unknown } | { readonly refusal: Refusal };

const parse = (form: z.ZodType, given: unknown): Parsed => {
  const parsed = form.safeParse(given);
  if (!parsed.success) return { refusal: 'malformed' };
  return hasControlCharacter(parsed.data) ? { refusal: 'control_character' } : { payload: parsed.data };
};

const isSpent = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
  try {
    await limiter.consume(key);
    return false;
  } catch (error) {
    if (error instanceof RateLimiterRes) return true;
    throw error;
  }
};
