import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId, staffId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { AssignOffer } from '../offers/assign-offer';
import { SetBand } from './set-band';
import { TakeFromQueue } from './take-from-queue';
import { TellWaiting } from './tell-waiting';

type Band = StaffCommands['band:set'];
type Assign = StaffCommands['offer:assign'];
type Take = StaffCommands['queue:take'];
type Tell = StaffCommands['waiting:tell'];

@Injectable()
export class SetBandDoor implements Door<StaffPage, Band> {
  readonly action = 'queue.arrange';

  constructor(private readonly setBand: SetBand) {}

  handle({ person }: StaffPage, payload: Band['payload']): Promise<Reply<Band['reply']>> {
    return this.setBand.setBandOf(person, conversationId(payload.conversationId), payload);
  }
}

@Injectable()
export class AssignOfferDoor implements Door<StaffPage, Assign> {
  readonly action = 'queue.arrange';

  constructor(private readonly assign: AssignOffer) {}

  handle({ person }: StaffPage, payload: Assign['payload']): Promise<Reply<Assign['reply']>> {
    return this.assign.assignOffer(person, {
      conversation: conversationId(payload.conversationId),
      staff: staffId(payload.staffId),
      aboveCapacity: payload.aboveCapacity,
    });
  }
}

@Injectable()
export class TakeFromQueueDoor implements Door<StaffPage, Take> {
  readonly action = 'conversation.take_over';

  constructor(private readonly queue: TakeFromQueue) {}

  handle({ person }: StaffPage, { who }: Take['payload']): Promise<Reply<Take['reply']>> {
    return this.queue.takeFirst(person, who);
  }
}

@Injectable()
export class TellWaitingDoor implements Door<StaffPage, Tell> {
  readonly action = 'queue.arrange';

  constructor(private readonly tell: TellWaiting) {}

  handle({ person }: StaffPage, { notice }: Tell['payload']): Promise<Reply<Tell['reply']>> {
    return this.tell.tellEveryone(person, notice);
  }
}
