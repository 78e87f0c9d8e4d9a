import type { z } from 'zod';
import type { staffCommands, staffNotices } from './staff';
import type { visitorCommands, visitorNotices } from './visitor';

interface CommandSchemas {
  readonly payload: z.ZodType;
  readonly reply: z.ZodType;
}

type CommandTypes<Schemas extends Record<string, CommandSchemas>> = {
  readonly [Name in keyof Schemas]: {
    readonly payload: z.infer<Schemas[Name]['payload']>;
    readonly reply: z.infer<Schemas[Name]['reply']>;
  };
};
type NoticeTypes<Schemas extends Record<string, z.ZodType>> = {
  readonly [Name in keyof Schemas]: z.infer<Schemas[Name]>;
};

/** Types only, for clients that must not carry the schemas. */
export type VisitorCommands = CommandTypes<typeof visitorCommands>;
export type VisitorNotices = NoticeTypes<typeof visitorNotices>;
export type StaffCommands = CommandTypes<typeof staffCommands>;
export type StaffNotices = NoticeTypes<typeof staffNotices>;
