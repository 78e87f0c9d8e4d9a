import { Injectable } from '@nestjs/common';
import type { Handover, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { staffId } from '@warmline/kernel';
import { done, refused } from '../../core/reply';
import { ConversationTexts } from '../timeline/conversation-texts';
import { Colleagues } from './colleagues';
import { briefEntry, HandoverViews } from './handover-view';
import { Proposals, type ProposeCommand } from './proposals';

/** The holder, or a supervisor, wants somebody else to take a conversation over. */
@Injectable()
export class ProposeHandover {
  constructor(
    private readonly texts: ConversationTexts,
    private readonly colleagues: Colleagues,
    private readonly proposals: Proposals,
    private readonly handovers: HandoverViews,
  ) {}

  /**
   * A retried proposal is the same one. Refuses `brief_incomplete`, `not_found`, `conversation_ended`, `stale_epoch`,
   * `handover_open`, and for one person `not_available` and `at_capacity`.
   */
  async propose(person: StaffPrincipal, command: ProposeCommand): Promise<Reply<Handover>> {
    const { situation, request } = command.brief;
    if (situation.trim() === '' || request.trim() === '') return refused('brief_incomplete');
    const holder = await this.proposals.holderFor(person, command.conversation);
    if (holder === null) return refused('not_found');
    const key = await this.texts.keyOf(command.conversation);
    if (key === null) return refused('not_found');
    const briefSealed = key.seal(JSON.stringify(command.brief), briefEntry(command.id));
    const { to } = command;
    const lines = {
      holderPresent: await this.colleagues.isPresent(holder),
      targetPresent: to.to !== 'person' || (await this.colleagues.isPresent(staffId(to.staffId))),
    };
    const refusal = await this.proposals.insert(person, { ...command, briefSealed, ...lines });
    if (refusal !== null) return refused(refusal);
    const view = await this.handovers.loadView(command.id);
    return view === null ? refused('not_found') : done(view);
  }
}
