import { z } from 'zod';
import { HELP_CAUSES, URGENCIES } from '@warmline/vocabulary';
import { endingsSchema } from './ending';
import { idSchema, nothingSchema, timeSchema } from './primitives';

/** How soon a supervisor is needed. */
export const urgencySchema = z.enum(URGENCIES);

const countSchema = z.number().int().nonnegative();
const personSchema = z.strictObject({ id: idSchema, name: z.string() });

/** An open call of a responder for a supervisor. */
export const helpCallSchema = z.strictObject({
  id: idSchema,
  /** Null for a call that is about no conversation. */
  conversationId: idSchema.nullable(),
  /** '' where the visitor gave none, or there is no conversation. */
  visitorName: z.string(),
  urgency: urgencySchema,
  /** `facts`: the safety record called, or made it urgent. Nobody may then be told that the responder did. */
  because: z.enum(HELP_CAUSES),
  calledBy: personSchema,
  calledAt: timeSchema,
  /** The one supervisor who said that they are coming. */
  answered: z.strictObject({ by: personSchema, at: timeSchema }).nullable(),
  /** When they were there: reading along, or at once where there is nothing to read. */
  joinedAt: timeSchema.nullable(),
  /** The supervisor who answered is reading along now. */
  isThere: z.boolean(),
  /** Grows every 30 s until a supervisor answers: the console sounds each time. 0 once one has. */
  rings: countSchema,
});
export type HelpCall = z.infer<typeof helpCallSchema>;

/** What the people of a service ask of each other at this moment, as far as it is for this person. */
export const helpViewSchema = z.strictObject({
  /** Database time when this was read. */
  now: timeSchema,
  /** Their own open calls, the oldest first. */
  mine: z.array(helpCallSchema),
  /** For supervisors: every open call of the service, the oldest first. Empty for others. */
  calls: z.array(helpCallSchema),
  /** Supervisors connected besides this person; null when nobody can tell. */
  supervisorsHere: countSchema.nullable(),
  /** For supervisors: visitors whose last word has had no reply for five minutes, the longest first. Empty for others. */
  unanswered: z.array(
    z.strictObject({
      conversationId: idSchema,
      visitorName: z.string(),
      responder: personSchema,
      /** Of that word, or of the joining where that was later. */
      since: timeSchema,
    }),
  ),
  /**
   * For supervisors: visitors in danger who wait and whom nobody has taken for 10 s, the longest first. `rings` grows every 30 s
   * until someone takes them: the console sounds its alarm each time. Empty for others.
   */
  inDanger: z.array(
    z.strictObject({ conversationId: idSchema, since: timeSchema, rings: z.number().int().positive() }),
  ),
  /** For supervisors: visitors wait, and for 30 s nobody was there to take them. Null otherwise. */
  everyoneAway: z.strictObject({ waiting: z.number().int().positive(), since: timeSchema }).nullable(),
  /** For supervisors: people who were set to away since they missed two offers in a row. Empty for others. */
  missedOffers: z.array(z.strictObject({ responder: personSchema, at: timeSchema })),
  /** For supervisors: chats whose responder's shift is over. Empty for others. */
  shiftsOver: z.array(
    z.strictObject({
      conversationId: idSchema,
      visitorName: z.string(),
      responder: personSchema,
      /** When the shift was over. */
      since: timeSchema,
    }),
  ),
  /** For supervisors: on-call contacts that the last message did not reach. */
  onCallFailing: countSchema,
  /** For supervisors: what has expired is still kept 6 h later, and an audit row waits for the log for 5 min. */
  late: z.strictObject({ erasure: z.boolean(), log: z.boolean() }),
  /** For supervisors: what people told the service about itself and nobody has closed, the oldest first, 50 at most. */
  complaints: z.array(z.strictObject({ id: idSchema, at: timeSchema })),
  /** For supervisors: how many those are in all. 0 for others. */
  complaintsOpen: countSchema,
  /** Endings in danger that need a second person. */
  endings: endingsSchema,
  /**
   * For supervisors: visitors in danger whom someone holds, who were asked whether they are there and have not answered. `rings`
   * is how often they were asked: the console sounds its alarm each time. Empty for others.
   */
  silent: z.array(
    z.strictObject({
      conversationId: idSchema,
      visitorName: z.string(),
      responder: personSchema,
      since: timeSchema,
      rings: z.number().int().positive(),
    }),
  ),
  /** Whether they can take one more, asked of this person and not answered yet. */
  asked: z.strictObject({ id: idSchema, by: z.string(), at: timeSchema }).nullable(),
  /** For supervisors: what came of the last question to everyone, a few minutes long. */
  answers: z
    .strictObject({
      id: idSchema,
      by: z.string(),
      at: timeSchema,
      invited: countSchema,
      can: z.array(z.string()),
      cannot: countSchema,
    })
    .nullable(),
  /** The supervisor who called a break for this person that they are to take, or are on. */
  breakCalledBy: z.string().nullable(),
  /** The supervisor who has ended this person's last shift, where they have begun no other. */
  shiftClosed: z.strictObject({ by: z.string(), at: timeSchema }).nullable(),
});
export type HelpView = z.infer<typeof helpViewSchema>;

const aboutQuestion = z.strictObject({ askId: idSchema });
const aboutCall = z.strictObject({ callId: idSchema });

/** Calls for help. Each reply is the state afterwards. */
export const helpCommands = {
  /** After every (re)connection; changes follow as `help:changed`. */
  'help:open': { payload: nothingSchema, reply: helpViewSchema },
  /**
   * The page makes the id, so a call sent twice is one call. With `urgent` an open call about the same becomes urgent; it
   * never becomes less. Refuses `not_found` for a conversation they do not hold.
   */
  'help:call': {
    payload: z.strictObject({
      callId: idSchema,
      conversationId: idSchema.nullable(),
      urgency: urgencySchema,
    }),
    reply: helpViewSchema,
  },
  /**
   * Withdrawn by the caller, or settled by the caller or a supervisor. Sending it twice is safe. Refuses `not_allowed` to a
   * caller who would withdraw a call that facts in the safety record made, before a supervisor has answered it.
   */
  'help:end': { payload: aboutCall, reply: helpViewSchema },
  /** "I'm coming": the first supervisor is told to come, each other one who it is. Refuses `not_found` once it is over. */
  'help:answer': {
    payload: aboutCall,
    reply: z.strictObject({ answeredBy: personSchema, conversationId: idSchema.nullable() }),
  },
  /** The alarm about these visitors in danger was shown here. Recorded once for each wait; others are passed over. */
  'help:heard': {
    payload: z.strictObject({ conversationIds: z.array(idSchema).min(1).max(100) }),
    reply: nothingSchema,
  },
  /**
   * "Can anyone take one more?" The page makes the id. It asks people in a shift and not on a break, who are available or
   * ready for one above capacity. Refuses `too_fast` soon after the last surge request.
   */
  'surge:ask': { payload: aboutQuestion, reply: helpViewSchema },
  /**
   * One tap. A person who can becomes available, and may be offered one band 1 visitor above capacity. Every other limit
   * still applies. Refuses `not_found` for a request that is over.
   */
  'surge:answer': {
    payload: z.strictObject({ askId: idSchema, can: z.boolean() }),
    reply: helpViewSchema,
  },
} as const;

export const helpNotices = { 'help:changed': helpViewSchema } as const;
