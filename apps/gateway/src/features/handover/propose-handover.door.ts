import { Injectable } from '@nestjs/common';
import type { Handover, HandoverCandidates, Reply, StaffCommands } from '@warmline/contracts';
import { conversationId, handoverId } from '@warmline/kernel';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { Colleagues } from './colleagues';
import { FinishHandover } from './finish-handover';
import { Proposals } from './proposals';
import { ProposeHandover } from './propose-handover';

type Candidates = StaffCommands['handover:candidates'];
type Propose = StaffCommands['handover:propose'];
type Withdraw = StaffCommands['handover:withdraw'];

/** Whom a conversation could be handed to. */
@Injectable()
export class HandoverCandidatesDoor implements Door<StaffPage, Candidates> {
  readonly action = 'handover.propose';

  constructor(
    private readonly proposals: Proposals,
    private readonly colleagues: Colleagues,
  ) {}

  async handle({ person }: StaffPage, payload: Candidates['payload']): Promise<Reply<HandoverCandidates>> {
    const id = conversationId(payload.conversationId);
    if ((await this.proposals.holderFor(person, id)) === null) return refused('not_found');
    const candidates = await this.colleagues.listCandidates(person.service, id);
    return candidates === null ? refused('not_found') : done(candidates);
  }
}

@Injectable()
export class ProposeHandoverDoor implements Door<StaffPage, Propose> {
  readonly action = 'handover.propose';

  constructor(private readonly propose: ProposeHandover) {}

  handle({ person }: StaffPage, payload: Propose['payload']): Promise<Reply<Handover>> {
    const { epoch, to, mustLeave, brief } = payload;
    return this.propose.propose(person, {
      id: handoverId(payload.handoverId),
      conversation: conversationId(payload.conversationId),
      epoch,
      to,
      mustLeave,
      brief,
    });
  }
}

@Injectable()
export class WithdrawHandoverDoor implements Door<StaffPage, Withdraw> {
  readonly action = 'handover.withdraw';

  constructor(private readonly finish: FinishHandover) {}

  handle(
    { person }: StaffPage,
    { handoverId: id }: Withdraw['payload'],
  ): Promise<Reply<Record<string, never>>> {
    return this.finish.withdraw(person, handoverId(id));
  }
}
