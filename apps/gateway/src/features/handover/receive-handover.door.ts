import { Injectable } from '@nestjs/common';
import type { Handover, Reply, StaffCommands } from '@warmline/contracts';
import { handoverId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { AnswerHandover } from './answer-handover';
import { FinishHandover } from './finish-handover';

type Accept = StaffCommands['handover:accept'];
type Decline = StaffCommands['handover:decline'];
type Confirm = StaffCommands['handover:confirm_brief'];
type Control = StaffCommands['handover:take_control'];
type Settle = StaffCommands['handover:settle'];

@Injectable()
export class AcceptHandoverDoor implements Door<StaffPage, Accept> {
  readonly action = 'handover.receive';

  constructor(private readonly answer: AnswerHandover) {}

  handle({ person }: StaffPage, { handoverId: id }: Accept['payload']): Promise<Reply<Handover>> {
    return this.answer.acceptHandover(person.staff, handoverId(id));
  }
}

@Injectable()
export class DeclineHandoverDoor implements Door<StaffPage, Decline> {
  readonly action = 'handover.receive';

  constructor(private readonly answer: AnswerHandover) {}

  handle({ person }: StaffPage, { handoverId: id }: Decline['payload']): Promise<Reply<Decline['reply']>> {
    return this.answer.declineHandover(person.staff, handoverId(id));
  }
}

/** The receiver says that they have read the brief. */
@Injectable()
export class ConfirmBriefDoor implements Door<StaffPage, Confirm> {
  readonly action = 'handover.receive';

  constructor(private readonly finish: FinishHandover) {}

  handle({ person }: StaffPage, { handoverId: id }: Confirm['payload']): Promise<Reply<Confirm['reply']>> {
    return this.finish.confirmBrief(person.staff, handoverId(id));
  }
}

/** The receiver becomes the one writer. */
@Injectable()
export class TakeControlDoor implements Door<StaffPage, Control> {
  readonly action = 'handover.receive';

  constructor(private readonly finish: FinishHandover) {}

  handle({ person }: StaffPage, { handoverId: id }: Control['payload']): Promise<Reply<Control['reply']>> {
    return this.finish.takeControl(person.staff, handoverId(id));
  }
}

/** The visitor is settled: the sender may leave. */
@Injectable()
export class SettleDoor implements Door<StaffPage, Settle> {
  readonly action = 'handover.receive';

  constructor(private readonly finish: FinishHandover) {}

  handle({ person }: StaffPage, { handoverId: id }: Settle['payload']): Promise<Reply<Settle['reply']>> {
    return this.finish.settle(person.staff, handoverId(id));
  }
}
