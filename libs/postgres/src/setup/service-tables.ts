import { EntitySchema } from 'typeorm';
import type { Proof } from '@warmline/identity';
import type { ConversationId, Instant, OfferId, ServiceId, SessionId, StaffId } from '@warmline/kernel';
import type { OfferOutcome } from '@warmline/routing';
import type { CharityProfile, Role } from '@warmline/vocabulary';
import {
  bytes,
  day,
  id,
  key,
  moment,
  optionalMoment,
  optionalText,
  text,
  texts,
  whole,
} from '../connection/columns';
import { optional } from '../connection/parse-rows';
import { WholeRows } from '../connection/whole-rows.parser';
import { storedProfile } from './parse-charity';

export interface ServiceRow {
  id: ServiceId;
  name: string;
  languages: string[];
  /** Skills a visitor may wish for. */
  wishes?: string[];
  /** Wellbeing limits that are stricter than the defaults, by name. */
  wellbeing?: Record<string, number>;
  /** Topics that are heavy beside band 1. */
  heavyTopics?: string[];
  /** A visitor's page may keep its token in the tab's storage, so that the chat goes on after a reload. */
  keepsReloads?: boolean;
  /** How long what a visitor wrote is kept (days), 30 to 2,555. */
  keepsDays?: number;
  /** Someone who signs in at the identity provider and has no account asks for one by that. */
  providerAccounts?: boolean;
  /** Origins of the charity's own sites, whose pages may hold the visitor's page in a frame. */
  allowedParents?: string[];
  /** What it says of itself on the page of visitors; null where that is the pack of its country. */
  profile?: CharityProfile | null;
  /** When an administrator opened it for the first time; null: it takes no visitor yet. */
  openedAt?: Instant | null;
  /** IANA name of the time zone of its hours. */
  timeZone: string;
  /** Someone can be reached whenever the hours say open, even if no shift is running. */
  onCall: boolean;
}

export const serviceTable = new EntitySchema<ServiceRow>({
  name: 'service',
  columns: {
    id: key(),
    name: text('name'),
    languages: texts('languages'),
    wishes: texts('wishes'),
    heavyTopics: texts('heavy_topics'),
    wellbeing: { name: 'wellbeing', type: 'jsonb' },
    keepsReloads: { name: 'keeps_reloads', type: 'boolean', default: false },
    keepsDays: { ...whole('keeps_days'), default: 90 },
    providerAccounts: { name: 'provider_accounts', type: 'boolean', default: false },
    allowedParents: texts('allowed_parents'),
    profile: {
      name: 'profile',
      type: 'jsonb',
      nullable: true,
      transformer: { from: optional(storedProfile), to: (profile: unknown) => profile },
    },
    openedAt: optionalMoment('opened_at'),
    timeZone: text('time_zone'),
    onCall: { name: 'on_call', type: 'boolean' },
  },
});

export interface StaffRow {
  id: StaffId;
  serviceId: ServiceId;
  signInName: string;
  /** As colleagues see it. */
  name: string;
  /** What visitors see instead; null when it is the same. */
  visitorName: string | null;
  role: Role;
  /** What they are beside it. */
  furtherRoles: Role[];
  passwordHash: string;
  /** Someone who is not active cannot sign in. */
  active: boolean;
  /** Load units. */
  capacity: number;
  availability: 'available' | 'away';
  freeSince: Instant;
  /** Null before the first shift. */
  shiftEndsAt: Instant | null;
  awayBecause: 'chosen' | 'missed_offers' | null;
  /** In a row. */
  missedOffers: number;
  conversationsHeld: number;
  skills: string[];
  /** Primary tags. */
  languages: string[];
  version: number;
}

export const staffTable = new EntitySchema<StaffRow>({
  name: 'staff',
  columns: {
    id: key(),
    serviceId: id('service_id'),
    signInName: text('sign_in_name'),
    name: text('name'),
    visitorName: optionalText('visitor_name'),
    role: text('role'),
    furtherRoles: texts('further_roles'),
    passwordHash: text('password_hash'),
    active: { name: 'active', type: 'boolean', default: true },
    capacity: whole('capacity'),
    availability: text('availability'),
    freeSince: moment('free_since'),
    shiftEndsAt: optionalMoment('shift_ends_at'),
    awayBecause: optionalText('away_because'),
    missedOffers: whole('missed_offers'),
    conversationsHeld: whole('conversations_held'),
    skills: texts('skills'),
    languages: texts('languages'),
    version: whole('version'),
  },
});

export const staffRows = new WholeRows(staffTable);

export interface StaffSessionRow {
  id: SessionId;
  secretHash: Buffer;
  staffId: StaffId;
  beganAt: Instant;
  usedAt: Instant;
  endedAt: Instant | null;
  /** Ended because its person signed in again in the same browser. */
  replaced: boolean;
  proof: Proof;
  /** When its person proved who they are. */
  provedAt: Instant | null;
}

export const staffSessionTable = new EntitySchema<StaffSessionRow>({
  name: 'staff_session',
  columns: {
    id: key(),
    secretHash: bytes('secret_hash'),
    staffId: id('staff_id'),
    beganAt: moment('began_at'),
    usedAt: moment('used_at'),
    endedAt: optionalMoment('ended_at'),
    replaced: { name: 'replaced', type: 'boolean', default: false },
    proof: text('proof'),
    provedAt: optionalMoment('proved_at'),
  },
});

export interface OfferRow {
  id: OfferId;
  serviceId: ServiceId;
  conversationId: ConversationId;
  staffId: StaffId;
  madeAt: Instant;
  expiresAt: Instant;
  /** Above capacity. */
  surge: boolean;
  outcome: OfferOutcome | null;
  closedAt: Instant | null;
}

export const offerTable = new EntitySchema<OfferRow>({
  name: 'offer',
  columns: {
    id: key(),
    serviceId: id('service_id'),
    conversationId: id('conversation_id'),
    staffId: id('staff_id'),
    madeAt: moment('made_at'),
    expiresAt: moment('expires_at'),
    surge: { name: 'surge', type: 'boolean' },
    outcome: optionalText('outcome'),
    closedAt: optionalMoment('closed_at'),
  },
});

export const offerRows = new WholeRows(offerTable);

export interface StarterRow {
  id: string;
  serviceId: ServiceId;
  position: number;
  stage: 'connect' | 'understand' | 'safety' | 'what_next' | 'close';
  title: string;
  body: string;
  sendsUnedited: boolean;
}

export const starterTable = new EntitySchema<StarterRow>({
  name: 'starter',
  columns: {
    id: key(),
    serviceId: id('service_id'),
    position: whole('position'),
    stage: text('stage'),
    title: text('title'),
    body: text('body'),
    sendsUnedited: { name: 'sends_unedited', type: 'boolean' },
  },
});

export interface ResourceRow {
  id: string;
  serviceId: ServiceId;
  position: number;
  name: string;
  description: string;
  url: string | null;
  phone: string | null;
  hours: string;
  source: string;
  reviewedOn: string;
}

export const resourceTable = new EntitySchema<ResourceRow>({
  name: 'resource',
  columns: {
    id: key(),
    serviceId: id('service_id'),
    position: whole('position'),
    name: text('name'),
    description: text('description'),
    url: optionalText('url'),
    phone: optionalText('phone'),
    hours: text('hours'),
    source: text('source'),
    reviewedOn: day('reviewed_on'),
  },
});
