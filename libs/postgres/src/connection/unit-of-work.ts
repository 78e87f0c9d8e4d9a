import type { EntityManager } from 'typeorm';
import type { Instant } from '@warmline/kernel';
import { AfterChatStore } from '../after-chat/after-chat-store';
import { AuditStore } from '../audit/audit-store';
import { BesideStore } from '../beside/beside-store';
import { ComplaintStore } from '../complaints/complaint-store';
import { ConversationClockStore } from '../conversations/conversation-clock-store';
import { ConversationStore } from '../conversations/conversation-store';
import { HoldingStore } from '../conversations/holding-store';
import { HOLDING_LEASE } from '../conversations/lease-store';
import { ObservationStore } from '../conversations/observation-store';
import { SafetyRecordStore } from '../conversations/safety-record-store';
import { EndingStore } from '../endings/ending-store';
import { FloodStore } from '../floods/flood-store';
import { HandoverStore } from '../handovers/handover-store';
import { HelpCallStore } from '../help/help-call-store';
import { OnCallStore } from '../help/on-call-store';
import { SurgeRequestStore } from '../help/surge-request-store';
import { HistoryStore } from '../history/history-store';
import { OfferStore } from '../offers/offer-store';
import { OpeningStore } from '../opening/opening-store';
import { OutboxStore } from '../outbox/outbox-store';
import { RefusalStore } from '../outbox/refusal-store';
import { PracticeStore } from '../practice/practice-store';
import { ReviewDrawStore } from '../quality/review-draw-store';
import { ReviewStore } from '../quality/review-store';
import { RetentionRequestStore } from '../retention/retention-request-store';
import { RetentionStore } from '../retention/retention-store';
import { CharityStore } from '../setup/charity-store';
import { ReadinessStore } from '../setup/readiness-store';
import { SetupSaveStore } from '../setup/setup-save-store';
import { SetupStore } from '../setup/setup-store';
import { AccessProposalStore } from '../staff/access-proposal-store';
import { AccountStore } from '../staff/account-store';
import { CodeTryStore } from '../staff/code-try-store';
import { FactorStore } from '../staff/factor-store';
import { HalfSessionStore } from '../staff/half-session-store';
import { InviteStore } from '../staff/invite-store';
import { LeavingStore } from '../staff/leaving-store';
import { PasskeyStore } from '../staff/passkey-store';
import { ProviderIdentityStore } from '../staff/provider-identity-store';
import { SetupLinkStore } from '../staff/setup-link-store';
import { StaffStore } from '../staff/staff-store';
import { SupervisionStore } from '../staff/supervision-store';
import { WallLinkStore } from '../staff/wall-link-store';
import { WaitEstimateStore } from '../waiting-time/wait-estimate-store';
import { ShiftStore } from '../wellbeing/shift-store';
import { SwapStore } from '../wellbeing/swap-store';
import type { Database } from './database';
import { databaseNow } from './row-query';

/** Everything one transaction may touch. Lock order: conversation, then staff, then offer or handover, then a call for help,
 * a question to end or a flood, then a draw or a review. A list of the setup comes before staff, an invite and a proposal after their person. */
export interface Stores {
  readonly access: AccessProposalStore;
  readonly accounts: AccountStore;
  readonly afterChat: AfterChatStore;
  readonly beside: BesideStore;
  readonly charity: CharityStore;
  readonly clocks: ConversationClockStore;
  readonly codeTries: CodeTryStore;
  readonly complaints: ComplaintStore;
  readonly conversations: ConversationStore;
  readonly holdings: HoldingStore;
  readonly endings: EndingStore;
  readonly factors: FactorStore;
  readonly halfSessions: HalfSessionStore;
  readonly floods: FloodStore;
  readonly handovers: HandoverStore;
  readonly help: HelpCallStore;
  readonly history: HistoryStore;
  readonly onCall: OnCallStore;
  readonly surgeRequests: SurgeRequestStore;
  readonly invites: InviteStore;
  readonly leaving: LeavingStore;
  readonly offers: OfferStore;
  readonly passkeys: PasskeyStore;
  readonly providerIdentities: ProviderIdentityStore;
  readonly observations: ObservationStore;
  readonly readiness: ReadinessStore;
  readonly retention: RetentionStore;
  readonly retentionRequests: RetentionRequestStore;
  readonly reviewDraws: ReviewDrawStore;
  readonly reviews: ReviewStore;
  readonly safetyRecords: SafetyRecordStore;
  readonly shifts: ShiftStore;
  readonly staff: StaffStore;
  readonly opening: OpeningStore;
  readonly practice: PracticeStore;
  readonly waitEstimates: WaitEstimateStore;
  readonly setup: SetupStore;
  readonly setupSaves: SetupSaveStore;
  readonly setupLinks: SetupLinkStore;
  readonly supervision: SupervisionStore;
  readonly swaps: SwapStore;
  readonly wallLinks: WallLinkStore;
  readonly refusals: RefusalStore;
  /** The database's clock: the only one that judges deadlines. */
  now(): Promise<Instant>;
}

const storesOf = (tx: EntityManager, lease: number): Stores => {
  const facts = { tx, audit: new AuditStore(tx), outbox: new OutboxStore(tx) };
  return {
    access: new AccessProposalStore(tx, facts),
    accounts: new AccountStore(tx, facts),
    afterChat: new AfterChatStore(tx, facts),
    beside: new BesideStore(tx, facts),
    charity: new CharityStore(tx, facts),
    clocks: new ConversationClockStore(tx, facts),
    codeTries: new CodeTryStore(tx),
    complaints: new ComplaintStore(tx, facts),
    conversations: new ConversationStore(tx, facts),
    holdings: new HoldingStore(tx, facts, lease),
    endings: new EndingStore(tx, facts),
    factors: new FactorStore(tx, facts),
    halfSessions: new HalfSessionStore(tx),
    floods: new FloodStore(tx, facts),
    handovers: new HandoverStore(tx, facts, lease),
    help: new HelpCallStore(tx, facts),
    history: new HistoryStore(facts),
    onCall: new OnCallStore(tx, facts),
    surgeRequests: new SurgeRequestStore(tx, facts),
    invites: new InviteStore(tx, facts),
    leaving: new LeavingStore(tx, facts),
    offers: new OfferStore(tx, facts),
    passkeys: new PasskeyStore(tx, facts),
    providerIdentities: new ProviderIdentityStore(tx, facts),
    observations: new ObservationStore(tx, facts),
    readiness: new ReadinessStore(tx, facts),
    retention: new RetentionStore(tx, facts),
    retentionRequests: new RetentionRequestStore(tx, facts),
    reviewDraws: new ReviewDrawStore(tx),
    reviews: new ReviewStore(tx, facts),
    safetyRecords: new SafetyRecordStore(tx, facts),
    shifts: new ShiftStore(tx, facts),
    staff: new StaffStore(tx, facts),
    opening: new OpeningStore(tx, facts),
    practice: new PracticeStore(tx, facts),
    waitEstimates: new WaitEstimateStore(tx),
    setup: new SetupStore(tx, facts),
    setupSaves: new SetupSaveStore(tx),
    setupLinks: new SetupLinkStore(tx, facts),
    supervision: new SupervisionStore(tx, facts),
    swaps: new SwapStore(tx, facts),
    wallLinks: new WallLinkStore(tx, facts),
    refusals: new RefusalStore(facts),
    now: () => databaseNow(tx),
  };
};

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const TRIES = 3;

const isWorthRetrying = (error: unknown): boolean => {
  const code = errorCode(error);
  return code === DEADLOCK || code === SERIALIZATION;
};

/** The SQLSTATE of a database error, or null for anything else. */
export const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

/** Whether two transactions met at a unique index and this one came second. */
export const isUniqueViolation = (error: unknown): boolean => errorCode(error) === '23505';

/** One transaction at READ COMMITTED: state, timeline, holding, audit row and outbox row together, or none of them. */
export class UnitOfWork {
  /** `lease`: of a new holding (ms). */
  constructor(
    private readonly database: Database,
    private readonly lease = HOLDING_LEASE,
  ) {}

  /** Runs `work`, again after a deadlock, and resolves after COMMIT. If it throws, everything is rolled back. */
  async inTransaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.database.transaction((tx) => work(storesOf(tx, this.lease)));
      } catch (error) {
        if (tries === TRIES || !isWorthRetrying(error)) throw error;
      }
    }
  }
}
