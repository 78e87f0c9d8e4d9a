import type { Type } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { Action } from '@warmline/identity';

/** Payload and reply of a command. */
export interface CommandTypes {
  readonly payload: unknown;
  readonly reply: unknown;
}

/**
 * Where one command comes in, already parsed and from somebody who could ever do it. It settles the relation to the
 * thing itself, calls one use case and answers. Without an action of the permissions table it does not compile.
 */
export interface Door<Page, Command extends CommandTypes> {
  readonly action: Action;
  handle(page: Page, payload: Command['payload']): Promise<Reply<Command['reply']>>;
}

/** One door for every command of a namespace: a missing one does not compile. */
export type Doors<Page, Commands extends Record<keyof Commands, CommandTypes>> = {
  readonly [Name in keyof Commands]: Type<Door<Page, Commands[Name]>>;
};
