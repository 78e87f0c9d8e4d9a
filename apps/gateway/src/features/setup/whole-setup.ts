import { Injectable } from '@nestjs/common';
import type { InviteLink, SetupAnswer, SetupRow } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { Stores } from '@warmline/postgres';
import { lists, type ListDefinition, type ListKind, type Values } from '@warmline/setup';
import { SETUP_LISTS } from '@warmline/vocabulary';
import { ChangeSetup, type PreparedList } from './change-setup';
import { DefaultRows } from './default-rows';
import { ListThread } from './list-thread';
import { rowOf } from './setup-view';

/** A list comes after those that its cells name rows of. */
const IN_ORDER: readonly ListKind[] = [
  ...(['service', 'skills', 'topics', 'people', 'training'] as const),
  ...(['words', 'hours', 'holidays', 'limits', 'rota'] as const),
  ...(['wording', 'starters', 'resources'] as const),
];

/** Rows of lists as they are written. */
export type RowsOf = Partial<Record<ListKind, readonly SetupRow[]>>;

/** Counts of what one list changed. */
export interface BroughtList {
  readonly list: ListKind;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The list that was not saved, and why. */
export interface UnsavedList {
  readonly list: ListKind;
  readonly answer: SetupAnswer | 'proof_old';
}

export interface BroughtLists {
  readonly brought: readonly BroughtList[];
  readonly invites: readonly InviteLink[];
}

/** Lists whose rows are judged already in part: `end` it afterwards. */
export interface PreparedLists {
  readonly each: readonly Omit<PreparedList, 'version' | 'person'>[];
  readonly end: () => Promise<void>;
}

/** Whether a charity has said something of its own in a row of a list that has a default for each. */
const isOwn = (definition: ListDefinition, row: SetupRow): boolean =>
  definition.defaults !== 'only' || (row['own'] ?? row['own_text'] ?? '') !== '';

/** Every list at once: written out, and saved in one transaction. */
@Injectable()
export class WholeSetup {
  constructor(
    private readonly setup: ChangeSetup,
    private readonly defaultRows: DefaultRows,
    private readonly threads: ListThread,
  ) {}

  /** Each list as its file has it, without what the product says by default. */
  async readAll(stores: Stores, { service }: StaffPrincipal): Promise<RowsOf> {
    const defaults = await this.defaultRows.readDefaults();
    const all: Partial<Record<ListKind, SetupRow[]>> = {};
    for (const kind of SETUP_LISTS) {
      const { rows } = await stores.setup.lock(service, kind, defaults);
      all[kind] = rows.map((values) => writtenRow(kind, values)).filter((row) => isOwn(lists[kind], row));
    }
    return all;
  }

  /** Before a transaction: long lists are judged in threads of their own. */
  async prepare(rows: RowsOf): Promise<PreparedLists> {
    const defaults = await this.defaultRows.readDefaults();
    const each: Omit<PreparedList, 'version' | 'person'>[] = [];
    const end = async (): Promise<void> => {
      await Promise.all(each.map(({ judging }) => judging.end()));
    };
    try {
      for (const kind of IN_ORDER) {
        const given = rows[kind];
        if (given === undefined) continue;
        const judging = await this.threads.begin(given);
        each.push({ kind, rows: given, mode: 'replace', checkOnly: false, defaults, judging });
      }
    } catch (error) {
      await end();
      throw error;
    }
    return { each, end };
  }

  /** Saves all of them in the transaction of `stores`, and stops at the first that cannot be. Then the caller takes everything back. */
  async saveAll(
    stores: Stores,
    person: StaffPrincipal,
    { each }: PreparedLists,
  ): Promise<BroughtLists | UnsavedList> {
    const brought: BroughtList[] = [];
    const invites: InviteLink[] = [];
    for (const list of each) {
      const { version } = await stores.setup.lock(person.service, list.kind, list.defaults);
      const saved = await this.setup.saveIn(stores, { ...list, person, version });
      if (saved === 'proof_old' || 'outcome' in saved) return { list: list.kind, answer: saved };
      const { answer } = saved;
      if (answer.outcome !== 'saved') return { list: list.kind, answer };
      const { added, changed, removed } = answer;
      if (added + changed + removed > 0) brought.push({ list: list.kind, added, changed, removed });
      invites.push(...answer.invites);
    }
    return { brought, invites };
  }
}

/** Without the columns that only say what the product's default is. */
const writtenRow = (kind: ListKind, values: Values): SetupRow => {
  const definition: ListDefinition = lists[kind];
  const row = rowOf(kind, values);
  const written = definition.columns.filter(({ fixed }) => fixed !== true);
  return Object.fromEntries(written.map(({ name }) => [name, String(row[name] ?? '')]));
};
