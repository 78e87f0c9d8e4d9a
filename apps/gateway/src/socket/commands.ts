import type { z } from 'zod';
import type { Reply, StaffCommands, VisitorCommands } from '@warmline/contracts';
import type { Permission } from '@warmline/identity';
import type { StaffPage, VisitorPage } from './sockets';

/** Payload and reply of a command. */
export interface CommandTypes {
  readonly payload: unknown;
  readonly reply: unknown;
}

/**
 * One command. The dispatcher has parsed the payload and checked that the sender's role may ever send it. `run` checks how
 * the sender is related to the thing itself, calls a use case and answers.
 */
export interface Command<Page, Types extends CommandTypes> {
  readonly permission: Permission;
  run(page: Page, payload: Types['payload']): Promise<Reply<Types['reply']>>;
}

/** Every command of a namespace: a missing one does not compile, nor does one without a permission. */
export type CommandTable<Page, Commands extends Record<keyof Commands, CommandTypes>> = {
  readonly [Name in keyof Commands]: Command<Page, Commands[Name]>;
};

export type StaffCommandTable = CommandTable<StaffPage, StaffCommands>;
export type VisitorCommandTable = CommandTable<VisitorPage, VisitorCommands>;

/** A feature's part of the staff commands. The types of payload and reply follow from the name. */
export const defineStaffCommands = <Name extends keyof StaffCommands>(
  table: CommandTable<StaffPage, Pick<StaffCommands, Name>>,
): CommandTable<StaffPage, Pick<StaffCommands, Name>> => table;

/** A feature's part of the visitor commands. */
export const defineVisitorCommands = <Name extends keyof VisitorCommands>(
  table: CommandTable<VisitorPage, Pick<VisitorCommands, Name>>,
): CommandTable<VisitorPage, Pick<VisitorCommands, Name>> => table;

/** A command with the schema of its payload. */
export interface RegisteredCommand<Page> extends Command<Page, CommandTypes> {
  readonly payload: z.ZodType;
}

type Schemas = Readonly<Record<string, { readonly payload: z.ZodType }>>;

/** Each command with its schema, by name. A map, so that `constructor` is not a command. */
export const registerCommands = <Page, Known extends Schemas>(
  schemas: Known,
  table: { readonly [Name in keyof Known]: Command<Page, CommandTypes> },
): ReadonlyMap<string, RegisteredCommand<Page>> => {
  const commands = new Map<string, RegisteredCommand<Page>>();
  for (const name of Object.keys(schemas)) {
    const [schema, command] = [schemas[name], table[name]];
    if (schema === undefined || command === undefined) throw new TypeError(`no command ${name}`);
    commands.set(name, { ...command, payload: schema.payload });
  }
  return commands;
};
