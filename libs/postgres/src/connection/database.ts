import { DataSource } from 'typeorm';
import {
  conversationTable,
  holdingTable,
  observationTable,
  timelineEntryTable,
} from '../conversations/conversation-tables';
import { handoverTable } from '../handovers/handover-table';
import { FirstConversation1700000000001 } from '../migrations/0001-first-conversation';
import { Leases1700000000002 } from '../migrations/0002-leases';
import { Handover1700000000003 } from '../migrations/0003-handover';
import { Outages1700000000004 } from '../migrations/0004-outages';
import { Wellbeing1700000000005 } from '../migrations/0005-wellbeing';
import { Opening1700000000006 } from '../migrations/0006-opening';
import { Supervision1700000000007 } from '../migrations/0007-supervision';
import { Setup1700000000008 } from '../migrations/0008-setup';
import { Administration1700000000009 } from '../migrations/0009-administration';
import { StaffSeen1700000000010 } from '../migrations/0010-staff-seen';
import { Help1700000000011 } from '../migrations/0011-help';
import { MoreWellbeing1700000000012 } from '../migrations/0012-more-wellbeing';
import { SessionsOfStaff1700000000013 } from '../migrations/0013-sessions-of-staff';
import { PlainNames1700000000014 } from '../migrations/0014-plain-names';
import { Holds1700000000016 } from '../migrations/0016-holds';
import { SigningIn1700000000017 } from '../migrations/0017-signing-in';
import { VisitorTokenLife1700000000019 } from '../migrations/0019-visitor-token-life';
import { UnreadableTexts1700000000020 } from '../migrations/0020-unreadable-texts';
import { AuditCounts1700000000023 } from '../migrations/0023-audit-counts';
import { Starts1700000000024 } from '../migrations/0024-starts';
import { ReplacedSessions1700000000026 } from '../migrations/0026-replaced-sessions';
import { BriefsShown1700000000027 } from '../migrations/0027-briefs-shown';
import { SafetyAnswer1700000000028 } from '../migrations/0028-safety-answer';
import { Floods1700000000030 } from '../migrations/0030-floods';
import { AgreedEndings1700000000031 } from '../migrations/0031-agreed-endings';
import { ConversationClocks1700000000032 } from '../migrations/0032-conversation-clocks';
import { OnCall1700000000033 } from '../migrations/0033-on-call';
import { HistoryIndexes1700000000034 } from '../migrations/0034-history-indexes';
import { SafetyRecord1700000000035 } from '../migrations/0035-safety-record';
import { BesideTheResponder1700000000036 } from '../migrations/0036-beside-the-responder';
import { WhoLoweredTheDanger1700000000037 } from '../migrations/0037-who-lowered-the-danger';
import { AfterTheChat1700000000038 } from '../migrations/0038-after-the-chat';
import { NeededPractice1700000000039 } from '../migrations/0039-needed-practice';
import { Practice1700000000039 } from '../migrations/0039-practice';
import { QualityReviews1700000000040 } from '../migrations/0040-quality-reviews';
import { WallLinks1700000000041 } from '../migrations/0041-wall-links';
import { AuditBelt1700000000043 } from '../migrations/0043-audit-belt';
import { NobodyReads1700000000043 } from '../migrations/0043-nobody-reads';
import { SurgeCause1700000000043 } from '../migrations/0043-surge-cause';
import { MyAccount1700000000050 } from '../migrations/0050-my-account';
import { SecondFactors1700000000051 } from '../migrations/0051-second-factors';
import { Passkeys1700000000052 } from '../migrations/0052-passkeys';
import { Invites1700000000053 } from '../migrations/0053-invites';
import { CodeTries1700000000054 } from '../migrations/0054-code-tries';
import { WallLinkExpiry1700000000054 } from '../migrations/0054-wall-link-expiry';
import { AuditLog1700000000060 } from '../migrations/0060-audit-log';
import { AuditExport1700000000061 } from '../migrations/0061-audit-export';
import { Expiry1700000000065 } from '../migrations/0065-expiry';
import { Erasure1700000000066 } from '../migrations/0066-erasure';
import { FixedExpiry1700000000067 } from '../migrations/0067-fixed-expiry';
import { OpenCases1700000000068 } from '../migrations/0068-open-cases';
import { ReviewPairs1700000000069 } from '../migrations/0069-review-pairs';
import { Readers1700000000070 } from '../migrations/0070-readers';
import { History1700000000071 } from '../migrations/0071-history';
import { AllowedParents1700000000075 } from '../migrations/0075-allowed-parents';
import { HalfSessionsEnd1700000000078 } from '../migrations/0078-half-sessions-end';
import { LateRecords1700000000080 } from '../migrations/0080-late-records';
import { ShiftsOfService1700000000081 } from '../migrations/0081-shifts-of-service';
import { PassedOn1700000000082 } from '../migrations/0082-passed-on';
import { CharityProfile1700000000084 } from '../migrations/0084-charity-profile';
import { Readiness1700000000085 } from '../migrations/0085-readiness';
import { SetupSaves1700000000088 } from '../migrations/0088-setup-saves';
import { ShiftSwaps1700000000089 } from '../migrations/0089-shift-swaps';
import { AccessProposals1700000000091 } from '../migrations/0091-access-proposals';
import { Recovery1700000000092 } from '../migrations/0092-recovery';
import { FurtherRoles1700000000093 } from '../migrations/0093-further-roles';
import { PastConversations1700000000096 } from '../migrations/0096-past-conversations';
import { RetentionRequests1700000000099 } from '../migrations/0099-retention-requests';
import { CheckpointCopies1700000000100 } from '../migrations/0100-checkpoint-copies';
import { ProviderIdentities1700000000105 } from '../migrations/0105-provider-identities';
import { WhatTwoPeopleAgree1700000000108 } from '../migrations/0108-what-two-people-agree';
import { ReplacedProviderIdentities1700000000111 } from '../migrations/0111-replaced-provider-identities';
import { ProposalsEnd1700000000113 } from '../migrations/0113-proposals-end';
import { HelpCallCauses1700000000114 } from '../migrations/0114-help-call-causes';
import { RolesThatDecide1700000000118 } from '../migrations/0118-roles-that-decide';
import { HistoryOfSettingsAndPeople1700000000119 } from '../migrations/0119-history-of-settings-and-people';
import { IndexMarkOfService1700000000122 } from '../migrations/0122-index-mark-of-service';
import { InvitesByMail1700000000128 } from '../migrations/0128-invites-by-mail';
import { Leaving1700000000129 } from '../migrations/0129-leaving';
import { ProviderAccounts1700000000130 } from '../migrations/0130-provider-accounts';
import { AskedProofs1700000000139 } from '../migrations/0139-asked-proofs';
import { CallOverWithHolding1700000000142 } from '../migrations/0142-call-over-with-holding';
import { WhatLeaversChanged1700000000144 } from '../migrations/0144-what-leavers-changed';
import { DayOfLeaving1700000000145 } from '../migrations/0145-day-of-leaving';
import {
  offerTable,
  resourceTable,
  serviceTable,
  starterTable,
  staffSessionTable,
  staffTable,
} from '../setup/service-tables';
import { PreparedStatementClient } from './prepared-statement-client';
import { socketWithReadTimeout } from './socket-with-read-timeout';

export type Database = DataSource;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections in the pool; the appender has one of its own. */
  readonly poolSize: number;
  /** A query that is not answered within this time (ms) fails, and its connection is closed. No limit by default. */
  readonly readTimeout?: number;
  /**
   * Postgres ends a transaction whose process is silent for this long (ms) and frees its locks. Otherwise a process that is
   * frozen or cut off would keep a conversation locked. No limit by default.
   */
  readonly abandonTransactionAfter?: number;
  /** Waiting for a locked row fails after this time (ms). No limit by default. */
  readonly lockTimeout?: number;
}

/**
 * Compiling a query takes longer than running it, and so does planning it again for each list of ids. A cached plan must use
 * indexes: a plan made while a table was empty would keep scanning that table as it grows. The isolation level is set once
 * for the session instead of in each transaction, so the server's default does not matter.
 */
const SESSION =
  '-c jit=off -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c default_transaction_isolation=read\\ committed';

const limitsOf = ({
  readTimeout: answerWithin,
  abandonTransactionAfter: abandonedAfter,
  lockTimeout: lockWithin,
}: Omit<DatabaseOptions, 'url' | 'poolSize'>) => ({
  ...(answerWithin === undefined ? {} : { stream: socketWithReadTimeout(answerWithin) }),
  ...(abandonedAfter === undefined ? {} : { idle_in_transaction_session_timeout: abandonedAfter }),
  ...(lockWithin === undefined ? {} : { lock_timeout: lockWithin }),
});

/** In their order. */
const MIGRATIONS = [
  FirstConversation1700000000001,
  Leases1700000000002,
  Handover1700000000003,
  Outages1700000000004,
  Wellbeing1700000000005,
  Opening1700000000006,
  Supervision1700000000007,
  Setup1700000000008,
  Administration1700000000009,
  StaffSeen1700000000010,
  Help1700000000011,
  MoreWellbeing1700000000012,
  SessionsOfStaff1700000000013,
  PlainNames1700000000014,
  Holds1700000000016,
  SigningIn1700000000017,
  VisitorTokenLife1700000000019,
  UnreadableTexts1700000000020,
  AuditCounts1700000000023,
  Starts1700000000024,
  ReplacedSessions1700000000026,
  BriefsShown1700000000027,
  SafetyAnswer1700000000028,
  Floods1700000000030,
  ConversationClocks1700000000032,
  AgreedEndings1700000000031,
  OnCall1700000000033,
  HistoryIndexes1700000000034,
  SafetyRecord1700000000035,
  BesideTheResponder1700000000036,
  WhoLoweredTheDanger1700000000037,
  AfterTheChat1700000000038,
  Practice1700000000039,
  NeededPractice1700000000039,
  QualityReviews1700000000040,
  WallLinks1700000000041,
  NobodyReads1700000000043,
  AuditBelt1700000000043,
  SurgeCause1700000000043,
  MyAccount1700000000050,
  SecondFactors1700000000051,
  Passkeys1700000000052,
  Invites1700000000053,
  CodeTries1700000000054,
  WallLinkExpiry1700000000054,
  AuditLog1700000000060,
  AuditExport1700000000061,
  Expiry1700000000065,
  Erasure1700000000066,
  FixedExpiry1700000000067,
  OpenCases1700000000068,
  ReviewPairs1700000000069,
  Readers1700000000070,
  History1700000000071,
  AllowedParents1700000000075,
  HalfSessionsEnd1700000000078,
  LateRecords1700000000080,
  ShiftsOfService1700000000081,
  PassedOn1700000000082,
  CharityProfile1700000000084,
  Readiness1700000000085,
  SetupSaves1700000000088,
  ShiftSwaps1700000000089,
  AccessProposals1700000000091,
  PastConversations1700000000096,
  Recovery1700000000092,
  FurtherRoles1700000000093,
  RetentionRequests1700000000099,
  ProviderIdentities1700000000105,
  WhatTwoPeopleAgree1700000000108,
  CheckpointCopies1700000000100,
  ReplacedProviderIdentities1700000000111,
  ProposalsEnd1700000000113,
  HelpCallCauses1700000000114,
  RolesThatDecide1700000000118,
  HistoryOfSettingsAndPeople1700000000119,
  IndexMarkOfService1700000000122,
  InvitesByMail1700000000128,
  Leaving1700000000129,
  AskedProofs1700000000139,
  CallOverWithHolding1700000000142,
  ProviderAccounts1700000000130,
  WhatLeaversChanged1700000000144,
  DayOfLeaving1700000000145,
] as const;

/** Not yet connected: call `initialize()`. Errors carry no parameters into the log. */
export const database = ({ url, poolSize, ...within }: DatabaseOptions): Database =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize,
    connectTimeoutMS: 3_000,
    extra: { Client: PreparedStatementClient, options: SESSION, ...limitsOf(within) },
    applicationName: 'warmline',
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'all',
    logging: false,
    entities: [
      serviceTable,
      staffTable,
      staffSessionTable,
      conversationTable,
      timelineEntryTable,
      holdingTable,
      observationTable,
      offerTable,
      handoverTable,
      starterTable,
      resourceTable,
    ],
    migrations: [...MIGRATIONS],
  });
