import { Injectable } from '@nestjs/common';
import type { HandoverCandidates } from '@warmline/contracts';
import type { Candidate } from '@warmline/handover';
import type { ConversationId, ServiceId, StaffId } from '@warmline/kernel';
import {
  ConversationReadModel,
  WorkingDayReadModel,
  type ConversationRow,
  type StoredResponder,
} from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { capacityOf, load, obstacles, type Obstacle } from '@warmline/routing';
import { RoutingTerms } from '../../staffing/routing-terms';

type Status = HandoverCandidates['people'][number]['status'];
type Colleague = StoredResponder & { readonly isPresent: boolean };

const isFull = ({ reason }: Obstacle): boolean => reason === 'at_capacity';

/** Who could take over a conversation at this moment. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly days: WorkingDayReadModel,
    private readonly conversations: ConversationReadModel,
    private readonly index: LiveIndex,
    private readonly terms: RoutingTerms,
  ) {}

  /** Those who could be offered this conversation now. Every limit of offers applies here too. */
  async freeCandidates(row: ConversationRow): Promise<Candidate[]> {
    const all = await this.all(row.serviceId);
    return all
      .filter((colleague) => this.statusOf(colleague, row) === 'free')
      .map((colleague) => ({
        staff: colleague.staff,
        skills: colleague.skills,
        freeSince: colleague.freeSince,
        load: load(colleague.caseload),
        capacity: capacityOf(colleague, this.terms.limits).units,
      }));
  }

  /** Everyone but the holder or last holder, with the reason when they cannot. Null for an unknown conversation. */
  async listCandidates(service: ServiceId, conversation: ConversationId): Promise<HandoverCandidates | null> {
    const row = await this.conversations.findConversation(conversation);
    if (row?.serviceId !== service) return null;
    const holder = await this.conversations.findLastHolder(conversation);
    const people = (await this.all(service))
      .filter(({ staff }) => staff !== holder?.staff)
      .map((colleague) => ({
        id: colleague.staff,
        name: colleague.name,
        role: colleague.role,
        skills: [...colleague.skills],
        status: this.statusOf(colleague, row),
      }));
    const skills = [...new Set(people.flatMap((person) => person.skills))].sort();
    const countFree = (fits: (person: (typeof people)[number]) => boolean): number =>
      people.filter((person) => person.status === 'free' && fits(person)).length;
    return {
      people,
      skills: skills.map((skill) => ({ skill, free: countFree((person) => person.skills.includes(skill)) })),
      free: countFree(() => true),
    };
  }

  /** Whether this person's console is connected. True when Redis does not answer, so that no one is declared gone. */
  async isPresent(staff: StaffId): Promise<boolean> {
    return (await this.presentAmong([staff])).has(staff);
  }

  private statusOf(colleague: Colleague, row: ConversationRow): Status {
    if (!colleague.isPresent) return 'absent';
    if (colleague.availability === 'away') return 'away';
    if (colleague.beingAsked) return 'being_asked';
    const found = obstacles(colleague, this.terms.entryOf(row), this.terms.termsAt(colleague.readAt));
    if (found.length === 0) return 'free';
    return found.every(isFull) ? 'full' : 'away';
  }

  private async all(service: ServiceId): Promise<Colleague[]> {
    const stored = await this.days.loadWorkingDaysOfService(service);
    const present = await this.presentAmong(stored.map(({ staff }) => staff));
    return stored.map((colleague) => ({ ...colleague, isPresent: present.has(colleague.staff) }));
  }

  private async presentAmong(staff: readonly StaffId[]): Promise<Set<StaffId>> {
    const members = await this.index.presentAmong(staff.map(staffPresence)).catch(() => null);
    return new Set(staff.filter((id) => members === null || members.has(staffPresence(id))));
  }
}
