import { z } from 'zod';
import { SETUP_LISTS } from '@warmline/vocabulary';
import { inviteLinkSchema } from './invite';
import { idSchema, timeSchema } from './primitives';

export const setupListNameSchema = z.enum(SETUP_LISTS);

/** Characters of a file that is brought in, at most. */
export const SETUP_FILE_MAX = 1_000_000;
const ROWS_MAX = 5_000;

/** Cells as they are written in a form or a file, by column name. */
const rowSchema = z.record(z.string().max(40), z.string().max(5_000));
export type SetupRow = z.infer<typeof rowSchema>;

export const setupColumnSchema = z.strictObject({
  name: z.string(),
  kind: z.enum([
    'text',
    'name',
    'code',
    'translation',
    'link',
    'origin',
    'language',
    'choice',
    'whole',
    'yes_no',
    'day',
    'time',
    'zone',
    'list',
  ]),
  optional: z.boolean(),
  /** Characters, items of a list, or the greatest whole number; null where nothing is too much. */
  most: z.number().nullable(),
  least: z.number().nullable(),
  choices: z.array(z.string()),
  /** What choices are called, where a charity calls them something. */
  labels: z.record(z.string(), z.string()).optional(),
  /** The list its cells name rows of. */
  refersTo: z.string().nullable(),
  /** Said beside a row and never changed. */
  fixed: z.boolean(),
});
export type SetupColumn = z.infer<typeof setupColumnSchema>;

/** The last save of a list that can still be undone. */
export const lastSaveSchema = z.strictObject({
  id: idSchema,
  /** The name of the person who saved it. */
  by: z.string(),
  at: timeSchema,
  /** Until then it can be undone. */
  until: timeSchema,
  added: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  /** Sign-in names, in lower case, of the people whose rows it changed; none in a list that is not of people. */
  people: z.array(z.string()),
  /** People who were added are not taken away again. */
  canUndo: z.boolean(),
});
export type LastSave = z.infer<typeof lastSaveSchema>;

/** `GET /api/setup/:list` */
export const setupListSchema = z.strictObject({
  list: setupListNameSchema,
  /** Grows with every change; a change says which one it was made on. */
  version: z.number().int().nonnegative(),
  columns: z.array(setupColumnSchema),
  key: z.array(z.string()),
  /** Whether rows may be taken away, and whether their order means something. */
  removable: z.boolean(),
  /** Exactly one row. */
  single: z.boolean(),
  ordered: z.boolean(),
  /** Rows that are always there, and can only be changed: all of them, or some among others. */
  defaults: z.enum(['only', 'among_others']).nullable(),
  rows: z.array(rowSchema),
  /** Null: nothing was saved lately, or it was undone. */
  last: lastSaveSchema.nullable(),
});
export type SetupList = z.infer<typeof setupListSchema>;

const common = {
  version: z.number().int().nonnegative(),
  /** Say what would change, and change nothing. */
  checkOnly: z.boolean(),
  /** People who talk with a visitor now may lose their access: it was asked, as `in_conversation`, and confirmed. */
  confirmed: z.literal(true).optional(),
};
/** `POST /api/setup/:list`: the whole list as it should be. */
export const setupRowsSchema = z.strictObject({ ...common, rows: z.array(rowSchema).max(ROWS_MAX) });
export type SetupRows = z.infer<typeof setupRowsSchema>;
export const setupFormatSchema = z.enum(['csv', 'json']);
export type SetupFormat = z.infer<typeof setupFormatSchema>;
/** `POST /api/setup/:list/file` */
export const setupFileSchema = z.strictObject({
  ...common,
  format: setupFormatSchema,
  text: z.string().max(SETUP_FILE_MAX),
  /** `add`: rows that are not in the file stay as they are. `replace`: they are deleted. */
  mode: z.enum(['add', 'replace']),
  /** How many rows the person agreed to delete. It must be what saving would delete. */
  deletes: z.number().int().nonnegative().optional(),
});
export type SetupFile = z.infer<typeof setupFileSchema>;

/** `POST /api/setup/:list/undo`: takes the last save back. */
export const setupUndoSchema = z.strictObject({
  save: idSchema,
  version: z.number().int().nonnegative(),
  confirmed: z.literal(true).optional(),
});
export type SetupUndo = z.infer<typeof setupUndoSchema>;

/** One row that saving would add, change or delete. */
export const rowChangeSchema = z.strictObject({
  what: z.enum(['added', 'changed', 'removed']),
  row: rowSchema,
  /** The row before it is changed. */
  was: rowSchema.optional(),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

export const SETUP_PROBLEMS = [
  'missing',
  'too_long',
  'not_one_of',
  'not_a_whole_number',
  'not_a_day',
  'not_a_time',
  'not_a_link',
  'not_an_origin',
  'not_a_name',
  'hidden', // characters that no one sees
  'not_a_language',
  'not_a_zone',
  'not_a_code',
  'not_a_translation',
  'place_missing', // something goes into the text that has to be in it
  'place_unknown', // nothing goes in there
  'markup',
  'looser', // than what protects people by default
  'still_named', // it would be deleted, but others refer to it
  'unknown', // not in the list it refers to
  'twice', // the same row again
  'name_taken', // someone of another service signs in with this name
  'too_near', // that row of the same person: the gap between two shifts is too short
  'hours_of_day', // more than a person may work
  'hours_of_week',
  'too_many_proposals', // more changes that take two people than one save proposes
  'yourself', // nobody takes their own right to administer away
] as const;

/** Rows count from 1, without the line of column names; null: one that is to go. Column null: the row as a whole. */
export const setupProblemSchema = z.strictObject({
  row: z.number().int().positive().nullable(),
  column: z.string().nullable(),
  problem: z.enum(SETUP_PROBLEMS),
  most: z.number().optional(),
  least: z.number().optional(),
  choices: z.array(z.string()).readonly().optional(),
  /** What is missing or unknown. */
  names: z.array(z.string()).readonly().optional(),
  /** The number of the first row with the same key. */
  first: z.number().int().optional(),
});
export type SetupProblem = z.infer<typeof setupProblemSchema>;

/** Someone who talks with visitors now. */
export const talkingStaffSchema = z.strictObject({
  name: z.string(),
  visitors: z.number().int().positive(),
  /** How many of them are in danger. */
  inDanger: z.number().int().nonnegative(),
});

/** Sign-in names of people whose role or account changes only when a second person agrees. */
const waiting = z.array(z.string());

const counts = {
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  moved: z.boolean(),
};

/** The answer to both. Whatever is not `saved` has changed nothing. */
export const setupAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('checked'),
    ...counts,
    waiting,
    /** Those that are deleted first; the first 500 of them all. */
    rows: z.array(rowChangeSchema),
  }),
  z.strictObject({
    outcome: z.literal('saved'),
    ...counts,
    waiting,
    list: setupListSchema,
    /** Links of people who are new: shown once, stored nowhere. */
    invites: z.array(inviteLinkSchema),
  }),
  /** Every problem of every row; the first 500 of them. */
  z.strictObject({
    outcome: z.literal('problems'),
    problems: z.array(setupProblemSchema),
    count: z.number().int(),
  }),
  /** The file as a whole cannot be read. */
  z.strictObject({
    outcome: z.literal('unreadable'),
    problem: z.enum([
      'not_csv',
      'not_utf8', // a letter was lost: the file is in another encoding
      'not_json',
      'unknown_column',
      'doubled_column',
      'missing_column',
      'too_many_rows',
    ]),
    /** Of the file, from 1. */
    line: z.number().int().nullable(),
    column: z.string().nullable(),
  }),
  /** It would delete so many rows, and that was not agreed to. */
  z.strictObject({ outcome: z.literal('deletes'), removed: z.number().int().positive() }),
  /** The time to undo that save is over, or it was undone. */
  z.strictObject({ outcome: z.literal('undo_over'), list: setupListSchema }),
  /** Another person has saved this list since it was read. */
  z.strictObject({ outcome: z.literal('outdated'), list: setupListSchema }),
  /** Saving would sign these people out while they talk with visitors. It is saved only when it is confirmed. */
  z.strictObject({
    outcome: z.literal('in_conversation'),
    people: z.array(talkingStaffSchema),
  }),
]);
export type SetupAnswer = z.infer<typeof setupAnswerSchema>;
