import { Injectable } from '@nestjs/common';
import type { ListedPractice as Listed, PracticeOverview } from '@warmline/contracts';
import { hasRole, type StaffPrincipal } from '@warmline/identity';
import { PracticeReadModel, type ListedPractice } from '@warmline/postgres';
import { SCENARIOS } from '@warmline/practice';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { practiceModule } from '@warmline/vocabulary';
import { settleWithin } from '../../core/async/timeout';
import { partOf } from './played-practice';

/** Practice conversations in one list, at most. */
const LISTED_MAX = 50;
/** The list waits this long (ms), at most, to know who is here. */
const LOOKED_FOR = 1_000;

/** What a person may practise, and what was practised: for supervisors and trainers, by everyone of the service. */
@Injectable()
export class PracticeOverviews {
  constructor(
    private readonly stored: PracticeReadModel,
    private readonly index: LiveIndex,
  ) {}

  async loadFor(person: StaffPrincipal): Promise<PracticeOverview> {
    const { service, staff } = person;
    const ofEveryone = hasRole(person, 'supervisor') || hasRole(person, 'trainer');
    const [recent, partners, passed, now] = await Promise.all([
      this.stored.loadRecent({ service, staff }, { ofEveryone, most: LISTED_MAX }),
      this.stored.loadPartners(service, staff),
      this.stored.loadPassed(staff),
      this.stored.now(),
    ]);
    let here: ReadonlySet<string> = new Set();
    const looking = this.index.presentAmong(partners.map(({ id }) => staffPresence(id))).then((members) => {
      here = new Set<string>(members);
    });
    await settleWithin(LOOKED_FOR, looking);
    const validUntil = new Map(passed.map(({ module, expiresAt }) => [module, expiresAt]));
    return {
      now,
      scenarios: SCENARIOS.map(({ code }) => ({
        scenario: code,
        validUntil: validUntil.get(practiceModule(code)) ?? null,
      })),
      recent: recent.map((practice) => listed(practice, person)),
      colleagues: partners.map(({ id, name, isBusy }) => ({
        id,
        name,
        isHere: here.has(staffPresence(id)),
        isBusy,
      })),
    };
  }
}

const listed = (practice: ListedPractice, person: StaffPrincipal): Listed => {
  const { id, scenario, staff, staffName, colleagueName, beganAt, result, words } = practice;
  return {
    practiceId: id,
    scenario,
    part: partOf(practice, person),
    responder: { id: staff, name: staffName },
    colleagueName,
    beganAt,
    result,
    words,
  };
};
