import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { offerId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { AcceptOffer } from './accept-offer';
import { CloseOffer } from './close-offer';

type Accept = StaffCommands['offer:accept'];
type Decline = StaffCommands['offer:decline'];

@Injectable()
export class AcceptOfferDoor implements Door<StaffPage, Accept> {
  readonly action = 'offer.answer';

  constructor(private readonly acceptOffer: AcceptOffer) {}

  handle({ person }: StaffPage, { offerId: id }: Accept['payload']): Promise<Reply<Accept['reply']>> {
    return this.acceptOffer.acceptOffer(person.staff, offerId(id));
  }
}

@Injectable()
export class DeclineOfferDoor implements Door<StaffPage, Decline> {
  readonly action = 'offer.answer';

  constructor(private readonly closeOffer: CloseOffer) {}

  handle({ person }: StaffPage, payload: Decline['payload']): Promise<Reply<Decline['reply']>> {
    return this.closeOffer.declineOffer(person.staff, offerId(payload.offerId), payload.muteTopic ?? null);
  }
}
