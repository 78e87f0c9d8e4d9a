import { z } from 'zod';
import { AVAILABILITIES, ROLES } from '@warmline/vocabulary';
import { besideCommands, besideNotices } from './beside';
import { caseloadItemSchema } from './caseload';
import { complaintCommands } from './complaint';
import { endingCommands, responderEndReasonSchema } from './ending';
import { forecastCommands, forecastNotices } from './forecast';
import { handoverCommands, handoverSchema } from './handover';
import { helpCommands, helpNotices } from './help';
import { historyCommands } from './history';
import { liveViewSchema, liveViewUpdateSchema, whyNobodySchema } from './live-view';
import { openingReasonSchema, openingSettingSchema, openingViewSchema } from './opening';
import { practiceCommands, practiceNotices } from './practice';
import {
  bandSchema,
  bodySchema,
  epochSchema,
  idSchema,
  nothingSchema,
  seqSchema,
  timeSchema,
} from './primitives';
import { STAFF_PROTOCOL_VERSION } from './protocol';
import { qualityCommands } from './quality';
import { safetyCommands, safetySchema } from './safety';
import { safetyRecordCommands } from './safety-record';
import { floodCommands } from './setting-aside';
import { supervisorCommands } from './supervision';
import { acknowledgementSchema, entrySchema, timelinePageSchema } from './timeline';
import { wallboardSchema } from './wallboard';
import { noOfferSchema, topicSchema, wellbeingCommands, wellbeingSchema } from './wellbeing';
import { wrapUpSchema } from './wrap-up';

/**
 * The cookie authenticates; the handshake says what the console speaks and, once it shows a person, whom: a session that
 * has become another person's is refused, so that nothing written under one name goes out under another.
 */
export const staffHandshakeSchema = z.strictObject({
  protocol: z.literal(STAFF_PROTOCOL_VERSION),
  staffId: idSchema.optional(),
});

export const roleSchema = z.enum(ROLES);

/** What the person chose. Whether they are offered anything is derived from more than this. */
export const availabilitySchema = z.enum(AVAILABILITIES);

export const offerSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  band: bandSchema,
  safety: safetySchema,
  language: z.string(),
  /** When the visitor entered the queue (kept through every requeue). */
  enteredAt: timeSchema,
  madeAt: timeSchema,
  expiresAt: timeSchema,
  /** How many messages the visitor has already sent while waiting. */
  messages: z.number().int().nonnegative(),
  /** What the visitor has written of so far, by the service's word list. */
  topics: z.array(topicSchema),
  /** Above capacity: band 1 waits, and nobody has room. */
  surge: z.boolean(),
});
export type Offer = z.infer<typeof offerSchema>;

/** Everything a responder's screen needs beside the timelines. */
export const deskSchema = z.strictObject({
  /** Database time when this was read, for clocks on screen. */
  now: timeSchema,
  me: z.strictObject({ id: idSchema, name: z.string(), role: roleSchema, availability: availabilitySchema }),
  /** When this shift ends; null before the first one. Choosing to be available begins one. */
  shiftEndsAt: timeSchema.nullable(),
  /** New conversations are offered only while one would still fit into the shift. */
  offersPaused: z.boolean(),
  /** Load units in use; `wellbeing.capacity` says how many there are, and why. */
  load: z.number().nonnegative(),
  /** Why nothing is offered; null while an offer may come at any moment. */
  whyNoOffer: noOfferSchema.nullable(),
  wellbeing: wellbeingSchema,
  offer: offerSchema.nullable(),
  caseload: z.array(caseloadItemSchema),
  /** Handovers this person sends or receives, newest last; closed ones for a minute. */
  handovers: z.array(handoverSchema),
  /** Feedback on their work that they have not opened yet. */
  newFeedback: z.number().int().nonnegative(),
});
export type Desk = z.infer<typeof deskSchema>;

const held = { conversationId: idSchema, epoch: epochSchema };

/** What a supervisor gets on opening a conversation to read; the opening is audited before the first byte. */
export const observationSchema = z.strictObject({
  conversationId: idSchema,
  visitorName: z.string(),
  responderName: z.string().nullable(),
  state: z.enum(['waiting', 'talking', 'ended']),
  band: bandSchema,
  safety: safetySchema,
  page: timelinePageSchema,
});
export type Observation = z.infer<typeof observationSchema>;

/** Commands a console may send, each answered by a Reply. Staff writes carry the epoch they were made under. */
export const staffCommands = {
  'desk:open': { payload: nothingSchema, reply: deskSchema },
  'availability:set': { payload: z.strictObject({ availability: availabilitySchema }), reply: deskSchema },
  'offer:accept': { payload: z.strictObject({ offerId: idSchema }), reply: z.strictObject(held) },
  /** No reason is needed. `muteTopic`: "not this topic today", for this shift. */
  'offer:decline': {
    payload: z.strictObject({ offerId: idSchema, muteTopic: topicSchema.optional() }),
    reply: nothingSchema,
  },
  ...wellbeingCommands,
  'timeline:read': {
    payload: z.strictObject({ conversationId: idSchema, after: seqSchema }),
    reply: timelinePageSchema,
  },
  'message:send': {
    payload: z.strictObject({ ...held, id: idSchema, body: bodySchema }),
    reply: acknowledgementSchema,
  },
  'typing:set': { payload: z.strictObject({ ...held, typing: z.boolean() }), reply: nothingSchema },
  'receipt:seen': { payload: z.strictObject({ ...held, seq: seqSchema }), reply: nothingSchema },
  /** Adds 15 minutes to the soft length. `number` is of the extension, 1 first: one sent twice is one. */
  'conversation:extend': {
    payload: z.strictObject({ ...held, number: z.number().int().min(1).max(100) }),
    reply: nothingSchema,
  },
  /** Refuses `agreement_needed` in danger: there a supervisor has to agree (`ending:ask`). */
  'conversation:end': {
    payload: z.strictObject({
      ...held,
      reason: responderEndReasonSchema,
      /** The visitor may be asked three questions after it, also where they were in danger before. */
      asksAfter: z.boolean().optional(),
    }),
    reply: nothingSchema,
  },
  'wrap_up:finish': { payload: z.strictObject({ ...held, wrapUp: wrapUpSchema }), reply: nothingSchema },
  ...handoverCommands,
  ...helpCommands,
  ...supervisorCommands,
  ...safetyCommands,
  ...safetyRecordCommands,
  ...endingCommands,
  ...complaintCommands,
  ...besideCommands,
  ...practiceCommands,
  ...floodCommands,
  ...qualityCommands,
  ...historyCommands,
  'live_view:open': { payload: nothingSchema, reply: liveViewSchema },
  'waiting:why': { payload: z.strictObject({ conversationId: idSchema }), reply: whyNobodySchema },
  'opening:read': { payload: nothingSchema, reply: openingViewSchema },
  /** Refuses nothing but who may not: setting it as it is already changes nothing. */
  'opening:set': {
    payload: z.strictObject({ setting: openingSettingSchema, reason: openingReasonSchema }),
    reply: openingViewSchema,
  },
  /** The answer to a suggestion to close. Refuses `nothing_suggested`. */
  'opening:keep_open': { payload: nothingSchema, reply: openingViewSchema },
  'wallboard:open': { payload: nothingSchema, reply: wallboardSchema },
  ...forecastCommands,
  'conversation:observe': { payload: z.strictObject({ conversationId: idSchema }), reply: observationSchema },
  'conversation:unobserve': { payload: z.strictObject({ conversationId: idSchema }), reply: nothingSchema },
} as const;

/** What the server tells a console unasked. */
export const staffNotices = {
  'desk:changed': deskSchema,
  'timeline:appended': z.strictObject({ conversationId: idSchema, entries: z.array(entrySchema) }),
  'typing:changed': z.strictObject({
    conversationId: idSchema,
    from: z.enum(['visitor', 'responder']),
    typing: z.boolean(),
  }),
  'live_view:changed': liveViewUpdateSchema,
  'opening:changed': openingViewSchema,
  'wallboard:changed': wallboardSchema,
  ...forecastNotices,
  ...helpNotices,
  ...besideNotices,
  ...practiceNotices,
  /** Signed out elsewhere, expired or deactivated: the socket closes right after. */
  'session:ended': nothingSchema,
} as const;
