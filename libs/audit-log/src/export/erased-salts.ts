import type { AuditEntry } from '../entry';
import { namedEntry, type ExportedLeaf } from './export-lines';

/** The shortest time that a conversation is kept is 30 days from its start, and its last day is not a whole one (µs). */
const KEPT_AT_LEAST = 29 * 24 * 60 * 60 * 1_000_000;

/** A conversation, as its entries tell of it. */
interface Told {
  /** Its first entry without a salt; null while none lacks it. */
  lacking: { readonly index: number; readonly row: AuditEntry } | null;
  hasSalt: boolean;
}
type Lacking = NonNullable<Told['lacking']>;

interface Erasure {
  /** µs since 1970. */
  readonly at: number;
  readonly count: number;
}

const latestFirst = (one: { readonly at: number }, other: { readonly at: number }): number =>
  other.at - one.at;

/** Those that no record of an erasure accounts for: it must be there, and old enough to have found the conversation expired. */
const unaccounted = (lacking: readonly Lacking[], erasures: readonly Erasure[]): Lacking[] => {
  const records = [...erasures].sort(latestFirst);
  const bad: Lacking[] = [];
  let left = 0;
  for (const { at, one } of lacking.map((one) => ({ at: Number(one.row.at), one })).sort(latestFirst)) {
    while ((records[0]?.at ?? 0) >= at + KEPT_AT_LEAST) left += records.shift()?.count ?? 0;
    if (left > 0) left -= 1;
    else bad.push(one);
  }
  return bad;
};

/**
 * Judges which salts may be missing. A missing salt hides a change of its row, so the log itself must say that the
 * conversation was erased: with all its salts, after the shortest time that one is kept.
 */
export class ErasedSalts {
  /** Entries without a salt. */
  count = 0;
  private readonly services = new Map<
    string,
    { readonly conversations: Map<string, Told>; readonly erasures: Erasure[] }
  >();

  /** Answers what is wrong with this entry at once; null when that depends on the others. */
  add({ index, salt }: Pick<ExportedLeaf, 'index' | 'salt'>, row: AuditEntry): string | null {
    if (salt === null) this.count += 1;
    const { conversations, erasures } = this.of(row.service);
    if (row.conversation !== null) {
      const told = conversations.get(row.conversation) ?? { lacking: null, hasSalt: false };
      if (salt === null) told.lacking ??= { index, row };
      else told.hasSalt = true;
      conversations.set(row.conversation, told);
      return null;
    }
    if (salt === null)
      return `${namedEntry(index, row.id)} has lost its salt, and is of no conversation that could be erased: a change of the row is hidden.`;
    if (row.action === 'conversations_erased') erasures.push({ at: Number(row.at), count: row.count ?? 0 });
    return null;
  }

  /** Once all entries are added: what is wrong, the first entry first. */
  judge(): string[] {
    const bad: { readonly index: number; readonly finding: string }[] = [];
    for (const { conversations, erasures } of this.services.values()) {
      const whole: Lacking[] = [];
      for (const { lacking, hasSalt } of conversations.values()) {
        if (lacking === null) continue;
        if (!hasSalt) whole.push(lacking);
        else
          bad.push({
            index: lacking.index,
            finding: `${namedEntry(lacking.index, lacking.row.id)} has lost its salt, and other entries of its conversation have theirs: a change of the row is hidden.`,
          });
      }
      for (const { index, row } of unaccounted(whole, erasures))
        bad.push({
          index,
          finding: `${namedEntry(index, row.id)} has lost its salt, and no record of an erasure accounts for its conversation: a change of the row is hidden.`,
        });
    }
    return bad.sort((one, other) => one.index - other.index).map(({ finding }) => finding);
  }

  private of(service: string): {
    readonly conversations: Map<string, Told>;
    readonly erasures: Erasure[];
  } {
    const known = this.services.get(service) ?? { conversations: new Map<string, Told>(), erasures: [] };
    this.services.set(service, known);
    return known;
  }
}
