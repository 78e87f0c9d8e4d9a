import { Injectable } from '@nestjs/common';
import type { SetupAnswer, SetupSheet } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { SheetNow, Stores } from '@warmline/postgres';
import {
  changesOf,
  judge,
  problemsOfOwnRow,
  sheets,
  type Row,
  type RowProblem,
  type Sheet,
  type SheetChanges,
  type SheetKind,
  type Values,
} from '@warmline/setup';
import { Changes } from '../platform/changes';
import { NewPeople, type FirstPasswords } from './new-people';
import { problemView, sheetView } from './setup-view';

/** Problems told at once; a file with more of them has one mistake many times. */
const PROBLEMS_TOLD = 500;

export interface SheetCommand {
  readonly person: StaffPrincipal;
  readonly kind: SheetKind;
  /** Of the sheet the change was made on. */
  readonly version: number;
  readonly checkOnly: boolean;
  readonly rows: readonly Row[];
}

interface Judged {
  readonly now: SheetNow;
  readonly after: readonly Values[];
  readonly changes: SheetChanges;
}

/** The lists a charity keeps: a whole list is saved, or nothing of it. */
@Injectable()
export class ChangeSetup {
  constructor(
    private readonly changes: Changes,
    private readonly newPeople: NewPeople,
  ) {}

  async read({ service }: StaffPrincipal, kind: SheetKind): Promise<SetupSheet> {
    return this.changes.commit(async (stores) => sheetView(kind, await stores.setup.lock(service, kind)));
  }

  async run(command: SheetCommand): Promise<SetupAnswer> {
    const first = await this.changes.commit((stores) => this.judge(stores, command));
    if ('outcome' in first) return first;
    if (command.checkOnly) return { outcome: 'checked', ...counts(first.changes) };
    // Making passwords takes long: nobody waits for it at a lock.
    const passwords = command.kind === 'people' ? await this.newPeople.passwordsFor(first.changes.added) : [];
    const answer = await this.changes.commit((stores) => this.save(stores, command, passwords));
    if (answer.outcome === 'saved' && command.kind === 'people')
      await this.newPeople.dismiss(first.now.rows, first.after);
    return answer;
  }

  private async judge(
    stores: Stores,
    { person, kind, version, rows }: SheetCommand,
  ): Promise<Judged | SetupAnswer> {
    const sheet: Sheet = sheets[kind];
    const now = await stores.setup.lock(person.service, kind);
    if (now.version !== version) return { outcome: 'outdated', sheet: sheetView(kind, now) };
    const judgement = judge(sheet, rows, await stores.setup.known(person.service, sheet));
    if (!judgement.stands) return problems(judgement.problems);
    const own = kind === 'people' ? await this.ownProblems(stores, person, judgement.rows) : [];
    if (own.length > 0) return problems(own);
    return { now, after: judgement.rows, changes: changesOf(sheet, now.rows, judgement.rows) };
  }

  private async ownProblems(
    stores: Stores,
    { staff }: StaffPrincipal,
    rows: readonly Values[],
  ): Promise<RowProblem[]> {
    const own = await stores.staff.find(staff);
    return own === null ? [] : problemsOfOwnRow(rows, own.signInName);
  }

  private async save(stores: Stores, command: SheetCommand, passwords: FirstPasswords): Promise<SetupAnswer> {
    const judged = await this.judge(stores, command);
    if ('outcome' in judged) return judged;
    const { changes, after } = judged;
    const { person, kind } = command;
    const { added, changed, removed } = counts(changes);
    await stores.setup.save(
      {
        type: 'setup_changed',
        service: person.service,
        staff: person.staff,
        sheet: kind,
        added,
        changed,
        removed,
      },
      {
        changes,
        after,
        ...(kind === 'people' ? { made: (row) => this.newPeople.beside(row, passwords) } : {}),
      },
    );
    const sheet = sheetView(kind, await stores.setup.lock(person.service, kind));
    const firstPasswords = passwords.map(({ signInName, password }) => ({ signInName, password }));
    return { outcome: 'saved', ...counts(changes), sheet, firstPasswords };
  }
}

const counts = ({ added, changed, removed, moved }: SheetChanges) => ({
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
