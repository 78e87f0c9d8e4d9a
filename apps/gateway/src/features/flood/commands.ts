import { Injectable } from '@nestjs/common';
import type { LiveView, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { conversationId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { LiveViewFeed } from '../views';
import { ProposeFlood } from './propose-flood';
import { SettleFlood } from './settle-flood';

const idsOf = (ids: readonly string[]) => new Set(ids.map((id) => conversationId(id)));

/** What supervisors do about chats that look like one flood. The answer is the view as it is afterwards. */
@Injectable()
export class FloodCommands {
  readonly table = defineStaffCommands({
    'flood:propose': {
      permission: 'flood.set_aside',
      run: async ({ person }, { floodId: flood, chats, ticked, ...rest }) => {
        const proposal = { flood, chats: idsOf(chats), ticked: idsOf(ticked), ...rest };
        return this.viewUnless(await this.proposing.propose(person, proposal), person);
      },
    },
    'flood:confirm': {
      permission: 'flood.set_aside',
      run: async ({ person }, { floodId, ticked, asksProof }) => {
        const agreed = { ticked: idsOf(ticked), asksProof };
        return this.viewUnless(await this.settling.confirm(person, floodId, agreed), person);
      },
    },
    'flood:undo': {
      permission: 'flood.set_aside',
      run: async ({ person }, { floodId }) =>
        this.viewUnless(await this.settling.undo(person, floodId), person),
    },
    'flood:stop_proof': {
      permission: 'flood.set_aside',
      run: async ({ person }, { floodId }) =>
        this.viewUnless(await this.settling.stopProof(person, floodId), person),
    },
  });

  constructor(
    private readonly proposing: ProposeFlood,
    private readonly settling: SettleFlood,
    private readonly views: LiveViewFeed,
  ) {}

  private async viewUnless(refusal: Refusal | null, { service }: StaffPrincipal): Promise<Reply<LiveView>> {
    return refusal === null ? done(await this.views.loadNewest(service)) : refused(refusal);
  }
}
