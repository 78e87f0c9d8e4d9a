import { z } from 'zod';
import {
  BRIEF_MAX,
  HANDOVER_KINDS,
  HANDOVER_REASONS,
  HANDOVER_STATES,
  TAKE_OVER_REASONS,
} from '@warmline/vocabulary';
import { bandSchema, epochSchema, idSchema, textUpTo, timeSchema } from './primitives';
import { safetySchema } from './safety';

/**
 * What the next person must know. Situation: one line. Background: what matters, in the visitor's words.
 * Safety: facts, plan, who knows. Request: what is needed next. Sealed like a message.
 */
export const briefSchema = z.strictObject({
  situation: textUpTo(BRIEF_MAX.situation),
  background: textUpTo(BRIEF_MAX.background),
  safety: textUpTo(BRIEF_MAX.safety),
  request: textUpTo(BRIEF_MAX.request),
});
export type Brief = z.infer<typeof briefSchema>;

/** Who is asked: one person, anyone with a skill, or anyone who is free. */
export const handoverTargetSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('person'), staffId: idSchema }),
  z.strictObject({ to: z.literal('skill'), skill: z.string().min(1).max(60) }),
  z.strictObject({ to: z.literal('queue') }),
]);
export type HandoverTarget = z.infer<typeof handoverTargetSchema>;

export const handoverStateSchema = z.enum(HANDOVER_STATES);

export const handoverReasonSchema = z.enum(HANDOVER_REASONS);

const personSchema = z.strictObject({ id: idSchema, name: z.string() });

/** One handover as its sender and its receiver see it, until a minute after it closed. */
export const handoverSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  /** Warm: both are there for a while. Cold: the sender is gone. */
  kind: z.enum(HANDOVER_KINDS),
  state: handoverStateSchema,
  reason: handoverReasonSchema.nullable(),
  sender: personSchema,
  /** Where the sender is a responder in their first conversations: how many they have held, and of how many. Null for others. */
  senderFirst: z
    .strictObject({ held: z.number().int().positive(), of: z.number().int().positive() })
    .nullable(),
  /** Who is asked, or has accepted; null while nobody is. */
  receiver: personSchema.nullable(),
  /** The sender, or the supervisor who asked for it. */
  proposedBy: personSchema,
  to: handoverTargetSchema,
  /** The sender has to finish: the visitor is told, not asked. */
  mustLeave: z.boolean(),
  /** Null when it cannot be opened. */
  brief: briefSchema.nullable(),
  /** The receiver confirmed having read the brief. */
  briefRead: z.boolean(),
  /** Since control passed the receiver has written: they may say that the visitor is settled. */
  receiverHasWritten: z.boolean(),
  visitorName: z.string(),
  band: bandSchema,
  safety: safetySchema,
  language: z.string(),
  proposedAt: timeSchema,
  /** When the present step ends by itself; null where it does not. */
  expiresAt: timeSchema.nullable(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** The same on a supervisor's board: no text. */
export const handoverSummarySchema = handoverSchema.pick({
  id: true,
  conversationId: true,
  kind: true,
  state: true,
  reason: true,
  sender: true,
  senderFirst: true,
  receiver: true,
  proposedBy: true,
  to: true,
  mustLeave: true,
  briefRead: true,
  band: true,
  proposedAt: true,
  expiresAt: true,
});
export type HandoverSummary = z.infer<typeof handoverSummarySchema>;

/** Whom a conversation could be handed to at this moment, and why not. */
export const handoverCandidatesSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      role: z.enum(['responder', 'supervisor']),
      skills: z.array(z.string()),
      /** `free` may be asked now; the others say why not: no console open, chose away, no room, being asked already. */
      status: z.enum(['free', 'absent', 'away', 'full', 'being_asked']),
    }),
  ),
  /** Every skill a responder has, and how many with it could be asked now. */
  skills: z.array(z.strictObject({ skill: z.string(), free: z.number().int().nonnegative() })),
  /** How many could be asked now. */
  free: z.number().int().nonnegative(),
});
export type HandoverCandidates = z.infer<typeof handoverCandidatesSchema>;

export const takeOverReasonSchema = z.enum(TAKE_OVER_REASONS);

const one = z.strictObject({ handoverId: idSchema });
const nothing = z.strictObject({});
const held = z.strictObject({ conversationId: idSchema, epoch: epochSchema });

/** The handover's part of what a console may send. */
export const handoverCommands = {
  'handover:candidates': {
    payload: z.strictObject({ conversationId: idSchema }),
    reply: handoverCandidatesSchema,
  },
  /**
   * Sent by the holder under their epoch, or by a supervisor for the current or last holder. The console makes the
   * id, so a retry is the same proposal.
   */
  'handover:propose': {
    payload: z.strictObject({
      handoverId: idSchema,
      conversationId: idSchema,
      epoch: epochSchema,
      to: handoverTargetSchema,
      mustLeave: z.boolean(),
      brief: briefSchema,
    }),
    reply: handoverSchema,
  },
  /** By the sender or a supervisor, until control has passed. */
  'handover:withdraw': { payload: one, reply: nothing },
  'handover:accept': { payload: one, reply: handoverSchema },
  'handover:decline': { payload: one, reply: nothing },
  /** The receiver has read the brief. Control passes only after it. */
  'handover:confirm_brief': { payload: one, reply: nothing },
  /** The receiver becomes the one writer, under the next epoch. */
  'handover:take_control': { payload: one, reply: held },
  /** The receiver says that the visitor is settled: the sender leaves. */
  'handover:settle': { payload: one, reply: nothing },
  /**
   * A supervisor becomes the writer at once; the visitor is told. `onlyWaiting`: the person saw a visitor who waits, so
   * nobody who took them since loses them. That answers `offer_taken`.
   */
  'conversation:take_over': {
    payload: z.strictObject({
      conversationId: idSchema,
      reason: takeOverReasonSchema,
      onlyWaiting: z.literal(true).optional(),
    }),
    reply: held,
  },
} as const;
