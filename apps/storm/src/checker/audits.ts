import type { Judge, Noted } from './judge';
import { groupBy, type StoredAudit, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** A fact by name: what the rows say happened and what the audit says happened must be the same names, each once. */
type FactName = string;

const name = (...parts: readonly (string | number | null)[]): FactName => parts.join(' ');

const factsOfConversations = ({ conversations, entries, holdings }: StoredState): FactName[] => {
  const lostAt = new Map(holdings.map((one) => [name(one.conversation, one.staff, one.endedAt), one.epoch]));
  const ofEntries = entries.flatMap(({ kind, conversation, staff, at }) => {
    if (kind === 'requeued')
      return [name('holding_lost', conversation, lostAt.get(name(conversation, staff, at)) ?? '?')];
    if (kind === 'ended') return [name('conversation_ended', conversation)];
    return kind === 'visitor_left' ? [name('visitor_left_quickly', conversation)] : [];
  });
  const requeued = new Set(
    entries
      .filter(({ kind }) => kind === 'requeued')
      .map(({ conversation, staff, at }) => name(conversation, staff, at)),
  );
  const passed = holdings.filter(
    ({ conversation, staff, endedAt, wrappedUpAt, isWrappedUp }) =>
      !isWrappedUp &&
      endedAt !== null &&
      endedAt === wrappedUpAt &&
      !requeued.has(name(conversation, staff, endedAt)),
  );
  return [
    ...passed.map(({ conversation, epoch }) => name('holding_passed', conversation, epoch)),
    ...conversations.map(({ id }) => name('conversation_started', id)),
    ...ofEntries,
    ...holdings.map(({ conversation, epoch }) => name('holding_began', conversation, epoch)),
    ...holdings
      .filter(({ isWrappedUp }) => isWrappedUp)
      .map(({ conversation, epoch }) => name('wrapped_up', conversation, epoch)),
  ];
};

const factsOfStaff = ({ offers, sessions, observations }: StoredState): FactName[] => [
  ...offers.map(({ id }) => name('offer_made', id)),
  ...offers
    .filter(({ outcome }) => outcome !== null)
    .map(({ id, outcome }) => name(`offer_${outcome ?? ''}`, id)),
  ...sessions.map(({ id }) => name('signed_in', id)),
  ...sessions.filter(({ endedAt }) => endedAt !== null).map(({ id }) => name('signed_out', id)),
  ...observations.map(({ conversation, staff }) => name('observation_began', conversation, staff)),
  ...observations
    .filter(({ endedAt }) => endedAt !== null)
    .map(({ conversation, staff }) => name('observation_ended', conversation, staff)),
];

/** How a row of the audit names the fact it records; actions that leave no row of their own elsewhere have none. */
const NAMED: Readonly<Record<string, (row: StoredAudit) => FactName>> = {
  conversation_started: ({ action, conversation }) => name(action, conversation),
  holding_lost: ({ action, conversation, epoch }) => name(action, conversation, epoch),
  holding_passed: ({ action, conversation, epoch }) => name(action, conversation, epoch),
  conversation_ended: ({ action, conversation }) => name(action, conversation),
  visitor_left_quickly: ({ action, conversation }) => name(action, conversation),
  holding_began: ({ action, conversation, epoch }) => name(action, conversation, epoch),
  wrapped_up: ({ action, conversation, epoch }) => name(action, conversation, epoch),
  offer_made: ({ action, subject }) => name(action, subject),
  offer_accepted: ({ action, subject }) => name(action, subject),
  offer_declined: ({ action, subject }) => name(action, subject),
  offer_expired: ({ action, subject }) => name(action, subject),
  offer_withdrawn: ({ action, subject }) => name(action, subject),
  signed_in: ({ action, subject }) => name(action, subject),
  signed_out: ({ action, subject }) => name(action, subject),
  observation_began: ({ action, conversation, actor }) => name(action, conversation, actor),
  observation_ended: ({ action, conversation, actor }) => name(action, conversation, actor),
};

/** Each fact in the rows has exactly one line of audit, each line its fact, and each reading was recorded. */
export class Audits implements Judge {
  private readonly staffOf = new Map<string, string>();
  private readonly reads = new Map<string, number>();

  constructor(private readonly stored: StoredState) {}

  see(event: Noted): void {
    if (event.k === 'person') this.staffOf.set(event.who, event.staff);
    if (event.k !== 'heard') return;
    const staff = this.staffOf.get(event.who);
    if (staff === undefined) return;
    const read = name(event.conversation, staff);
    if (!this.reads.has(read)) this.reads.set(read, event.ln);
  }

  verdict(): readonly Violation[] {
    return [...this.mismatches(), ...this.unrecordedReads(), ...this.availabilities()];
  }

  private mismatches(): Violation[] {
    const open = new Map<FactName, number>();
    const count = (fact: FactName, by: number): unknown => open.set(fact, (open.get(fact) ?? 0) + by);
    for (const fact of [...factsOfConversations(this.stored), ...factsOfStaff(this.stored)]) count(fact, 1);
    for (const row of this.stored.audit) {
      const named = NAMED[row.action];
      if (named !== undefined) count(named(row), -1);
    }
    return [...open]
      .filter(([, left]) => left !== 0)
      .map(([fact, left]) =>
        violation('unaudited', left > 0 ? `${fact}: no audit row` : `${fact}: ${-left} audit rows too many`),
      );
  }

  private unrecordedReads(): Violation[] {
    const reading = new Set(['conversation_read', 'observation_began']);
    const recorded = new Set(
      this.stored.audit
        .filter(({ action }) => reading.has(action))
        .map(({ conversation, actor }) => name(conversation, actor)),
    );
    return [...this.reads]
      .filter(([read]) => !recorded.has(read))
      .map(([read, ln]) => violation('unaudited', `${read} read without a record (:${ln})`));
  }

  private availabilities(): Violation[] {
    const changes = groupBy(
      this.stored.audit.filter(({ action }) => action === 'availability_changed'),
      ({ actor, whom }) => actor ?? whom,
    );
    const chosen = (reason: string | null): string | null => (reason === 'missed_offers' ? 'away' : reason);
    return this.stored.staff
      .filter(
        ({ id, availability }) =>
          (chosen(changes.get(id)?.at(-1)?.reason ?? null) ?? 'away') !== availability,
      )
      .map(({ id }) => violation('unaudited', `${id} changed their availability without a record`));
  }
}
