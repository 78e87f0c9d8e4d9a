import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { SetupAnswer, SetupList } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ServiceId } from '@warmline/kernel';
import { NO_PASSWORD, type StoredList, type Stores, type TalkingStaff } from '@warmline/postgres';
import {
  accessChanges,
  canUndo,
  listAsksForProof,
  isNoChange,
  problemsOfOwnRow,
  problemsOfProposals,
  problemsOfTakenNames,
  savedChange,
  toldChange,
  undoneRows,
  lists,
  type DefaultsOf,
  type Row,
  type RowProblem,
  type ListDefinition,
  type ListChanges,
  type ListKind,
  type Values,
} from '@warmline/setup';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';
import { RoutingTerms } from '../../staffing/routing-terms';
import { DefaultRows } from './default-rows';
import { ListThread, type ListJudging } from './list-thread';
import { PeopleAccounts, signedOutBy, type SavedAlone } from './people-accounts';
import type { RotaTerms } from './rota-problems';
import { listView, problemView, rowChanges } from './setup-view';

/** Problems in one answer; a file with more of them repeats one mistake. */
const PROBLEMS_TOLD = 500;
/** Rows in the answer to a check; their counts tell the rest. */
const ROWS_TOLD = 500;

export interface ListCommand {
  readonly person: StaffPrincipal;
  readonly kind: ListKind;
  /** The version of the list that was edited. */
  readonly version: number;
  readonly checkOnly: boolean;
  /** People may lose their access while they talk with a visitor. */
  readonly confirmed?: true | undefined;
  readonly rows: readonly Row[];
  /** `add`: rows of the list that are not among these stay. */
  readonly mode: 'add' | 'replace';
  /** How many rows the person agreed to delete. Not asked where they deleted them one by one. */
  readonly deletes?: number | undefined;
  /** The save that this takes back. */
  readonly undoes?: string;
}

/** A save that a person takes back. */
export interface UndoCommand extends Pick<ListCommand, 'person' | 'kind' | 'version' | 'confirmed'> {
  readonly save: string;
}

/** A command, with the default rows, and with what judges its rows. */
export interface PreparedList extends ListCommand {
  readonly judging: ListJudging;
  readonly defaults: DefaultsOf;
}

interface Judged extends SavedAlone {
  readonly now: StoredList;
}

/** What was saved, and the rows before and after it. */
export interface SavedList {
  readonly answer: SetupAnswer;
  readonly before: readonly Values[];
  readonly after: readonly Values[];
}

/** The lists that a charity keeps. A list is saved as a whole, or not at all. */
@Injectable()
export class ChangeSetup {
  constructor(
    private readonly changes: Changes,
    private readonly newPeople: PeopleAccounts,
    private readonly defaultRows: DefaultRows,
    private readonly threads: ListThread,
    private readonly terms: RoutingTerms,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async readList({ service }: StaffPrincipal, kind: ListKind): Promise<SetupList> {
    const defaults = await this.defaultRows.readDefaults();
    return this.changes.commit((stores) => this.view(stores, { service, kind, defaults }));
  }

  /** The list as it goes into a file. That it does is recorded first. */
  async exportList({ service, staff }: StaffPrincipal, kind: ListKind): Promise<SetupList> {
    const defaults = await this.defaultRows.readDefaults();
    return this.changes.commit(async (stores) => {
      await stores.setup.saveExport({ type: 'list_exported', service, staff, list: kind });
      return this.view(stores, { service, kind, defaults });
    });
  }

  /** `proof_old`: a role, an account, how long chats are kept or which sites may hold the page changes, and the person proved who they are too long ago. Nothing is saved. */
  async changeList(asked: ListCommand): Promise<SetupAnswer | 'proof_old'> {
    const defaults = await this.defaultRows.readDefaults();
    const judging = await this.threads.begin(asked.rows);
    try {
      return await this.judgeAndSave({ ...asked, defaults, judging });
    } finally {
      await judging.end();
    }
  }

  /** Saves the list as it was before its last save, if that was not long ago. It is judged as any other save. */
  async undoSave({ save, ...asked }: UndoCommand): Promise<SetupAnswer | 'proof_old'> {
    const defaults = await this.defaultRows.readDefaults();
    const { service } = asked.person;
    const rows = await this.changes.commit(async (stores) => {
      const last = await stores.setupSaves.findLast(service, asked.kind);
      if (last?.id !== save || !canUndo(lists[asked.kind], last.change)) return null;
      const now = await stores.setup.lock(service, asked.kind, defaults);
      return undoneRows(lists[asked.kind], now.rows, last.change);
    });
    if (rows === null) return this.undoOver(asked.person, asked.kind);
    return this.changeList({ ...asked, rows, mode: 'replace', checkOnly: false, undoes: save });
  }

  private async undoOver(person: StaffPrincipal, kind: ListKind): Promise<SetupAnswer> {
    return { outcome: 'undo_over', list: await this.readList(person, kind) };
  }

  /** Judged under the lock of the list under which it is saved. */
  private async judgeAndSave(command: PreparedList): Promise<SetupAnswer | 'proof_old'> {
    if (command.checkOnly) return this.changes.commit((stores) => this.check(stores, command));
    const saved = await this.changes.commit((stores) => this.saveIn(stores, command));
    if (saved === 'proof_old' || 'outcome' in saved) return saved;
    if (command.kind === 'people') await this.newPeople.signOutChanged(saved.before, saved.after);
    return saved.answer;
  }

  private async check(stores: Stores, command: PreparedList): Promise<SetupAnswer> {
    const judged = await this.judge(stores, command);
    if ('outcome' in judged) return judged;
    const { now, changes } = judged;
    return {
      outcome: 'checked',
      ...counts(changes),
      ...waiting(judged),
      rows: rowChanges(command.kind, now.rows, changes).slice(0, ROWS_TOLD),
    };
  }

  private async judge(
    stores: Stores,
    { person, kind, version, mode, judging, defaults }: PreparedList,
  ): Promise<Judged | SetupAnswer> {
    const definition: ListDefinition = lists[kind];
    const now = await stores.setup.lock(person.service, kind, defaults);
    const referred = await stores.setup.referred(person.service, definition, defaults);
    if (now.version !== version)
      return {
        outcome: 'outdated',
        list: await this.view(stores, { service: person.service, kind, defaults }),
      };
    const judgement = await judging.judge({
      kind,
      mode,
      stored: now.rows,
      referred,
      defaults: defaults(kind),
      rota: kind === 'rota' ? await this.rotaTerms(stores) : null,
    });
    if (!judgement.isValid) return problems(judgement.problems);
    const { after, changes } = judgement;
    const others = await this.othersProblems(stores, { person, kind }, { after, changes });
    if (others.length > 0) return problems(others);
    if (kind !== 'people') return { now, after, changes, wanted: [], alone: [] };
    const held = await this.newPeople.holdBack(stores, person, { before: now.rows, after, changes });
    const tooMany = problemsOfProposals(held.wanted);
    return tooMany.length > 0 ? problems(tooMany) : { now, ...held };
  }

  /** Problems that depend on other rows than the list's own. */
  private async othersProblems(
    stores: Stores,
    { person, kind }: Pick<PreparedList, 'person' | 'kind'>,
    { after, changes }: Pick<Judged, 'after' | 'changes'>,
  ): Promise<readonly RowProblem[]> {
    if (kind === 'people') {
      const taken = await this.newPeople.takenNames(stores, person, changes.added);
      return [...(await this.ownProblems(stores, person, after)), ...problemsOfTakenNames(after, taken)];
    }
    const names = await stores.setup.stillNamed(person.service, kind, changes);
    return names.length === 0 ? [] : [{ row: null, column: null, problem: { code: 'still_named', names } }];
  }

  private async rotaTerms(stores: Stores): Promise<RotaTerms> {
    return { zone: this.service.timeZone, limits: this.terms.limits, now: await stores.now() };
  }

  private async view(
    stores: Stores,
    { service, kind, defaults }: Pick<PreparedList, 'kind' | 'defaults'> & { readonly service: ServiceId },
  ): Promise<SetupList> {
    const now = await stores.setup.lock(service, kind, defaults);
    const referred = await stores.setup.referred(service, lists[kind], defaults);
    return listView(kind, now, { referred, last: await stores.setupSaves.findLast(service, kind) });
  }

  private async ownProblems(
    stores: Stores,
    { staff }: StaffPrincipal,
    rows: readonly Values[],
  ): Promise<RowProblem[]> {
    const own = await stores.staff.findStaff(staff);
    return own === null ? [] : problemsOfOwnRow(rows, own.signInName);
  }

  /** Who would be signed out in the middle of a conversation; nobody once that is confirmed. */
  private async talking(
    stores: Stores,
    { person, kind, confirmed }: PreparedList,
    { before, after }: Pick<SavedList, 'before' | 'after'>,
  ): Promise<TalkingStaff[]> {
    if (kind !== 'people' || confirmed === true) return [];
    return stores.holdings.findTalking(person.service, signedOutBy(before, after));
  }

  /** In the transaction of `stores`. What is not `SavedList` has changed nothing. */
  async saveIn(stores: Stores, command: PreparedList): Promise<SavedList | SetupAnswer | 'proof_old'> {
    const judged = await this.judge(stores, command);
    if ('outcome' in judged) return judged;
    const { changes, after, now, wanted } = judged;
    const { person, kind, defaults } = command;
    const access = kind === 'people' ? accessChanges(now.rows, after) : [];
    const asksForProof = kind === 'service' && listAsksForProof(now.rows, after);
    if (!(await this.newPeople.mayChange(person, access, { wanted, asksForProof }))) return 'proof_old';
    const talking = await this.talking(stores, command, { before: now.rows, after });
    if (talking.length > 0) return { outcome: 'in_conversation', people: talking };
    if (command.deletes !== undefined && command.deletes !== changes.removed.length)
      return { outcome: 'deletes', removed: changes.removed.length };
    const save = await this.store(stores, command, judged);
    await stores.setup.saveAccess(person, access, judged.alone);
    const invites = kind === 'people' ? await this.newPeople.inviteAdded(stores, person, changes.added) : [];
    await this.newPeople.propose(stores, person, { wanted, save, undoes: command.undoes });
    const list = await this.view(stores, { service: person.service, kind, defaults });
    const answer = { outcome: 'saved', ...counts(changes), ...waiting(judged), list, invites } as const;
    return { answer, before: now.rows, after };
  }

  /**
   * The rows, the fact, and how to undo it: or that this undid it. Where everything waits for a second person, nothing changes.
   * Answers the id of a save that can be undone.
   */
  private async store(stores: Stores, command: PreparedList, judged: Judged): Promise<string | null> {
    const { changes, after, now, wanted } = judged;
    if (wanted.length > 0 && isNoChange(changes)) return null;
    const { person, kind, defaults, undoes } = command;
    const { service, staff } = person;
    const { added, changed, removed } = counts(changes);
    const type = undoes === undefined ? 'setup_changed' : 'setup_undone';
    await stores.setup.save(
      { type, service, staff, list: kind, added, changed, removed, change: randomUUID() },
      {
        changes,
        after,
        defaults,
        told: toldChange(lists[kind], now.rows, changes),
        ...(kind === 'people' ? { made: () => ({ password_hash: NO_PASSWORD }) } : {}),
      },
    );
    if (undoes !== undefined) await stores.setupSaves.markUndone(undoes);
    if (undoes !== undefined || isNoChange(changes)) return null;
    return stores.setupSaves.add({ ...person, list: kind }, savedChange(lists[kind], now.rows, changes));
  }
}

const waiting = ({ wanted }: Judged) => ({ waiting: wanted.map(({ signInName }) => signInName) });

const counts = ({ added, changed, removed, moved }: ListChanges) => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
  moved,
});

const problems = (found: readonly RowProblem[]): SetupAnswer => ({
  outcome: 'problems',
  problems: found.slice(0, PROBLEMS_TOLD).map(problemView),
  count: found.length,
});
