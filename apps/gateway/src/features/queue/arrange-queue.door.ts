import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId, staffId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffConsole } from '../../socket/staff-console';
import { AssignOffer } from '../offers/assign-offer';
import { SetBand } from './set-band';
import { TakeFromQueue } from './take-from-queue';
import { TellWaiting } from './tell-waiting';

type Band = StaffCommands['band:set'];
type Assign = StaffCommands['offer:assign'];
type Take = StaffCommands['queue:take'];
type Tell = StaffCommands['waiting:tell'];

@Injectable()
export class SetBandDoor implements Door<StaffConsole, Band> {
  readonly action = 'queue.arrange';

  constructor(private readonly setBand: SetBand) {}

  handle({ person }: StaffConsole, payload: Band['payload']): Promise<Reply<Band['reply']>> {
    return this.setBand.run(person, conversationId(payload.conversationId), payload);
  }
}

@Injectable()
export class AssignOfferDoor implements Door<StaffConsole, Assign> {
  readonly action = 'queue.arrange';

  constructor(private readonly assign: AssignOffer) {}

  handle({ person }: StaffConsole, payload: Assign['payload']): Promise<Reply<Assign['reply']>> {
    return this.assign.run(person, {
      conversation: conversationId(payload.conversationId),
      staff: staffId(payload.staffId),
      aboveCapacity: payload.aboveCapacity,
    });
  }
}

@Injectable()
export class TakeFromQueueDoor implements Door<StaffConsole, Take> {
  readonly action = 'conversation.take_over';

  constructor(private readonly queue: TakeFromQueue) {}

  handle({ person }: StaffConsole, { who }: Take['payload']): Promise<Reply<Take['reply']>> {
    return this.queue.run(person, who);
  }
}

@Injectable()
export class TellWaitingDoor implements Door<StaffConsole, Tell> {
  readonly action = 'queue.arrange';

  constructor(private readonly tell: TellWaiting) {}

  handle({ person }: StaffConsole, { notice }: Tell['payload']): Promise<Reply<Tell['reply']>> {
    return this.tell.run(person, notice);
  }
}
