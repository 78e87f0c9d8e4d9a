import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { CharityAnswer, CharityChange, CharityMarkAnswer, CharityView } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { LockedCharity, Stores } from '@warmline/postgres';
import { asksForProof, changedParts, charityProblems, COUNTRY_PACKS, tidyCharity } from '@warmline/setup';
import { CHARITY_UNDO_FOR, type Charity, type CharityPart } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { Sessions } from '../../session/sessions';
import { markHash, markProblem } from './mark-picture';

type Answer = CharityAnswer | 'proof_old';

interface Saving {
  readonly stores: Stores;
  readonly person: StaffPrincipal;
  readonly locked: LockedCharity;
}

/** What a charity says of itself: saved as a whole, or not at all. */
@Injectable()
export class ChangeCharity {
  constructor(
    private readonly changes: Changes,
    private readonly sessions: Sessions,
  ) {}

  async readView(person: StaffPrincipal): Promise<CharityView> {
    return this.changes.commit((stores) => viewOf(stores, person));
  }

  /** `proof_old`: how long chats are kept changes or which sites may hold the page, and the person proved who they are too long ago. Nothing is saved. */
  async save(person: StaffPrincipal, { version, charity }: CharityChange): Promise<Answer> {
    const after = tidyCharity(charity);
    const problems = charityProblems(after);
    return this.changes.commit(async (stores): Promise<Answer> => {
      const locked = await stores.charity.lock(person.service);
      if (locked.version !== version) {
        const { last } = locked;
        const by = last?.version === locked.version ? last.staffName : null;
        return { outcome: 'outdated', view: await viewOf(stores, person), by };
      }
      if (after.mark !== null && !(await stores.charity.hasMark(person.service, after.mark)))
        return { outcome: 'problems', problems: [{ field: 'mark', problem: 'missing' }] };
      if (problems.length > 0) return { outcome: 'problems', problems: [...problems] };
      return this.store({ stores, person, locked }, after, false);
    });
  }

  async keepMark({ service }: StaffPrincipal, picture: Buffer): Promise<CharityMarkAnswer> {
    const problem = markProblem(picture);
    if (problem !== null) return { outcome: 'problem', problem };
    const mark = markHash(picture);
    await this.changes.commit((stores) => stores.charity.keepMark(service, mark, picture));
    return { outcome: 'kept', mark };
  }

  /** Puts back what was there before the last change, for ten minutes. */
  async undo(person: StaffPrincipal, change: string): Promise<Answer> {
    return this.changes.commit(async (stores): Promise<Answer> => {
      const locked = await stores.charity.lock(person.service);
      const open = undoable(locked, await stores.now());
      if (open?.id !== change) return { outcome: 'too_late', view: await viewOf(stores, person) };
      return this.store({ stores, person, locked }, open.before, true);
    });
  }

  /** In the transaction of `stores`, with its mark. What is not `saved` has changed nothing. */
  async saveIn(
    stores: Stores,
    person: StaffPrincipal,
    { charity, mark }: { readonly charity: Charity; readonly mark: Buffer | null },
  ): Promise<CharityPart[] | 'problems' | 'proof_old'> {
    const after = tidyCharity(charity);
    const isMarkRight = mark === null ? after.mark === null : markHash(mark) === after.mark;
    if (!isMarkRight || (mark !== null && markProblem(mark) !== null)) return 'problems';
    if (charityProblems(after).length > 0) return 'problems';
    if (mark !== null) await stores.charity.keepMark(person.service, markHash(mark), mark);
    const locked = await stores.charity.lock(person.service);
    const parts = changedParts(locked.charity, after);
    const answer = await this.store({ stores, person, locked }, after, false);
    return answer === 'proof_old' ? answer : [...parts];
  }

  private async store({ stores, person, locked }: Saving, after: Charity, isUndo: boolean): Promise<Answer> {
    const parts = changedParts(locked.charity, after);
    if (asksForProof(parts) && !(await this.sessions.mayChangeAccess(person))) return 'proof_old';
    if (parts.length > 0) {
      const { service, staff } = person;
      const fact = { type: 'charity_changed', service, staff, change: uuid(), parts, isUndo } as const;
      await stores.charity.save(fact, locked, after);
    }
    return { outcome: 'saved', view: await viewOf(stores, person) };
  }
}

/** The last change, while nothing came after it and its time is not over. */
const undoable = ({ version, last }: LockedCharity, now: number): LockedCharity['last'] =>
  last?.version === version && now - last.at < CHARITY_UNDO_FOR ? last : null;

const viewOf = async (stores: Stores, { service, staff }: StaffPrincipal): Promise<CharityView> => {
  const locked = await stores.charity.lock(service);
  const open = undoable(locked, await stores.now());
  const undo = open && {
    change: open.id,
    byName: open.staffName,
    isOwn: open.staff === staff,
    parts: changedParts(open.before, open.after),
    at: open.at,
    until: open.at + CHARITY_UNDO_FOR,
  };
  return { version: locked.version, charity: locked.charity, undo, packs: COUNTRY_PACKS };
};
