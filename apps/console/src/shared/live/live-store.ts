import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionState, OutgoingMessage, Timeline } from '@warmline/client';
import type {
  LiveView,
  CaseloadItem,
  Desk,
  OpeningView,
  Forecast,
  Handover,
  HelpView,
  Wallboard,
  Safety,
  SafetyRecord,
} from '@warmline/contracts';
import type { Places } from '../desk/colour-slots';
import type { BesideState } from './beside-client';
import type { Guest } from './guests';
import type { PendingCall } from './pending-calls';

/** What a screen shows of one conversation beside what the desk says of it. */
export interface Thread {
  readonly timeline: Timeline;
  readonly outgoing: readonly OutgoingMessage[];
  /** Who is writing right now, as far as was told. */
  readonly typing: { readonly visitor: boolean; readonly responder: boolean };
  /** Everything up to this number has been on this screen. */
  readonly shown: number;
}

/** Replies that never went out, for a conversation that is not this person's any more. */
export interface Unsent {
  readonly conversationId: string;
  readonly texts: readonly string[];
}

/** Why an offer is gone, where the person should hear a word about it. */
export type OfferFate = 'taken' | 'expired' | 'moved_on' | 'at_capacity' | 'unknown' | 'unavailable';

/** A conversation a supervisor reads along. `opening` until the server has recorded it. */
export interface Reading {
  readonly conversationId: string;
  readonly state: 'opening' | 'open' | 'refused';
  readonly visitorName: string;
  readonly responderName: string | null;
  /** As it was opened; null before. */
  readonly safety: Safety | null;
}

/** A look ahead at the next hours. `made` is the last that was finished, also while another is under way. */
export interface Foresight {
  readonly made: Forecast | null;
  /** 0 to 1. */
  readonly share: number;
  readonly state: 'under_way' | 'made' | 'failed';
}

/** What the server shows and keeps pushing, beside the desk. */
export interface Views {
  readonly liveView: LiveView;
  readonly opening: OpeningView;
  readonly wallboard: Wallboard;
  /** What people ask of each other. */
  readonly help: HelpView;
}

export type ViewName = keyof Views;

/** The newest of each view; null before it was first shown. */
export type ShownViews = { readonly [Name in ViewName]: Views[Name] | null };

export interface LiveState extends ShownViews {
  readonly connection: ConnectionState;
  readonly desk: Desk | null;
  /** Milliseconds by which the database's clock is ahead of this device's. */
  readonly clockAhead: number;
  /** Views whose latest request brought nothing. */
  readonly failedViews: readonly ViewName[];
  readonly forecast: Foresight | null;
  readonly threads: Readonly<Record<string, Thread>>;
  /** Conversations that someone else holds now. They stay on screen until closed, so that no text is lost. */
  readonly lost: readonly CaseloadItem[];
  /** Read and not held, while a handover is under way. */
  readonly guests: readonly Guest[];
  /** How each conversation held came here, with its brief; known longer than the server tells it. */
  readonly received: Readonly<Record<string, Handover>>;
  /** Replies kept in the tab when the desk first opened; shown until dismissed. */
  readonly unsent: readonly Unsent[];
  /** Presses that the server has not answered yet. */
  readonly pendingCalls: readonly PendingCall[];
  /** Of one's own calls those that the server did not let anyone withdraw. */
  readonly keptCalls: readonly string[];
  /** The safety records that were opened here. In memory only. */
  readonly safetyRecords: Readonly<Record<string, SafetyRecord>>;
  readonly places: Places;
  readonly offerFate: OfferFate | null;
  readonly reading: Reading | null;
  /** What the team writes beside the conversations on screen. */
  readonly besides: Readonly<Record<string, BesideState>>;
  /** The server has said that something is new in a practice of this person. */
  readonly hasPractice: boolean;
  readonly sessionEnded: boolean;
}

export type LiveStore = StoreApi<LiveState>;

export const createLiveStore = (connection: ConnectionState): LiveStore =>
  createStore<LiveState>(() => ({
    connection,
    desk: null,
    clockAhead: 0,
    liveView: null,
    opening: null,
    wallboard: null,
    failedViews: [],
    forecast: null,
    threads: {},
    lost: [],
    guests: [],
    received: {},
    unsent: [],
    help: null,
    pendingCalls: [],
    keptCalls: [],
    safetyRecords: {},
    places: {},
    offerFate: null,
    reading: null,
    besides: {},
    hasPractice: false,
    sessionEnded: false,
  }));

/** The same record without one key. */
export const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
