import { Injectable } from '@nestjs/common';
import type { Handover, Reply, StaffCommands } from '@warmline/contracts';
import { handoverId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffConsole } from '../../socket/staff-console';
import { AnswerHandover } from './answer-handover';
import { FinishHandover } from './finish-handover';

type Accept = StaffCommands['handover:accept'];
type Decline = StaffCommands['handover:decline'];
type Confirm = StaffCommands['handover:confirm_brief'];
type Control = StaffCommands['handover:take_control'];
type Settle = StaffCommands['handover:settle'];

@Injectable()
export class AcceptHandoverDoor implements Door<StaffConsole, Accept> {
  readonly action = 'handover.receive';

  constructor(private readonly answer: AnswerHandover) {}

  handle({ person }: StaffConsole, { handoverId: id }: Accept['payload']): Promise<Reply<Handover>> {
    return this.answer.accept(person.staff, handoverId(id));
  }
}

@Injectable()
export class DeclineHandoverDoor implements Door<StaffConsole, Decline> {
  readonly action = 'handover.receive';

  constructor(private readonly answer: AnswerHandover) {}

  handle({ person }: StaffConsole, { handoverId: id }: Decline['payload']): Promise<Reply<Decline['reply']>> {
    return this.answer.decline(person.staff, handoverId(id));
  }
}

/** The receiver says that they have read the brief. */
@Injectable()
export class ConfirmBriefDoor implements Door<StaffConsole, Confirm> {
  readonly action = 'handover.receive';

  constructor(private readonly finish: FinishHandover) {}

  handle({ person }: StaffConsole, { handoverId: id }: Confirm['payload']): Promise<Reply<Confirm['reply']>> {
    return this.finish.confirmBrief(person.staff, handoverId(id));
  }
}

/** The receiver becomes the one writer. */
@Injectable()
export class TakeControlDoor implements Door<StaffConsole, Control> {
  readonly action = 'handover.receive';

  constructor(private readonly finish: FinishHandover) {}

  handle({ person }: StaffConsole, { handoverId: id }: Control['payload']): Promise<Reply<Control['reply']>> {
    return this.finish.takeControl(person.staff, handoverId(id));
  }
}

/** The visitor is settled: the sender may leave. */
@Injectable()
export class SettleDoor implements Door<StaffConsole, Settle> {
  readonly action = 'handover.receive';

  constructor(private readonly finish: FinishHandover) {}

  handle({ person }: StaffConsole, { handoverId: id }: Settle['payload']): Promise<Reply<Settle['reply']>> {
    return this.finish.settle(person.staff, handoverId(id));
  }
}
