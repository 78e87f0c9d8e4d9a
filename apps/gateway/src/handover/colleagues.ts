import { Injectable } from '@nestjs/common';
import type { HandoverCandidates } from '@warmline/contracts';
import { instant, type ConversationId, type ServiceId, type StaffId } from '@warmline/kernel';
import { ConversationViews, IndexSource, StoredHandovers, type StoredColleague } from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { hasRoom, OFFERS_STOP_BEFORE_END, type Band } from '@warmline/routing';

type Standing = HandoverCandidates['people'][number]['standing'];
type Colleague = StoredColleague & { readonly isPresent: boolean; readonly isEnding: boolean };

const standingOf = (colleague: Colleague, band: Band): Standing => {
  if (!colleague.isPresent) return 'absent';
  if (colleague.availability === 'away' || colleague.isEnding) return 'away';
  if (colleague.beingAsked) return 'being_asked';
  return hasRoom(colleague.load, colleague.capacity, band) ? 'free' : 'full';
};

/** Who could take a conversation over at this moment. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly stored: StoredHandovers,
    private readonly views: ConversationViews,
    private readonly truth: IndexSource,
    private readonly index: LiveIndex,
  ) {}

  /** Those who could be asked now for a conversation of this band. */
  async free(service: ServiceId, band: Band): Promise<StoredColleague[]> {
    const all = await this.all(service);
    return all.filter((colleague) => standingOf(colleague, band) === 'free');
  }

  /** Everyone but who holds it or held it last, with why not; null for an unknown conversation. */
  async candidates(service: ServiceId, conversation: ConversationId): Promise<HandoverCandidates | null> {
    const row = await this.views.find(conversation);
    if (row?.serviceId !== service) return null;
    const holder = await this.views.lastHolder(conversation);
    const people = (await this.all(service))
      .filter(({ staff }) => staff !== holder?.staff)
      .map((colleague) => ({
        id: colleague.staff,
        name: colleague.name,
        role: colleague.role,
        skills: [...colleague.skills],
        standing: standingOf(colleague, row.band),
      }));
    const skills = [...new Set(people.flatMap((person) => person.skills))].sort();
    const countFree = (fits: (person: (typeof people)[number]) => boolean): number =>
      people.filter((person) => person.standing === 'free' && fits(person)).length;
    return {
      people,
      skills: skills.map((skill) => ({ skill, free: countFree((person) => person.skills.includes(skill)) })),
      free: countFree(() => true),
    };
  }

  /** Whether this person's console is connected; without Redis nobody can tell, and nobody is declared gone. */
  async isPresent(staff: StaffId): Promise<boolean> {
    return (await this.presentAmong([staff])).has(staff);
  }

  private async all(service: ServiceId): Promise<Colleague[]> {
    const stored = await this.stored.colleagues(service);
    const ids = stored.map(({ staff }) => staff);
    const [present, ending] = await Promise.all([
      this.presentAmong(ids),
      this.truth.endingShifts(ids, OFFERS_STOP_BEFORE_END),
    ]);
    return stored.map((colleague) => ({
      ...colleague,
      freeSince: instant(colleague.freeSince),
      isPresent: present.has(colleague.staff),
      isEnding: ending.has(colleague.staff),
    }));
  }

  private async presentAmong(staff: readonly StaffId[]): Promise<Set<StaffId>> {
    const members = await this.index.presentAmong(staff.map(staffPresence)).catch(() => null);
    return new Set(staff.filter((id) => members === null || members.has(staffPresence(id))));
  }
}
