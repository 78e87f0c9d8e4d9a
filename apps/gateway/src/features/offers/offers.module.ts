import { Module } from '@nestjs/common';
import { PresenceModule } from '../../staffing/presence.module';
import { AcceptOffer } from './accept-offer';
import { AssignOffer } from './assign-offer';
import { CallSupervisors } from './call-supervisors';
import { CloseOffer } from './close-offer';
import { OfferCommands } from './commands';
import { MakeOffer } from './make-offer';
import { MakeOffers } from './make-offers';
import { OfferAlarms } from './offer-alarms';
import { RoutingReadModel } from './routing-read-model';
import { Situations } from './situations';

/** Making offers and closing them. */
@Module({
  providers: [CallSupervisors, CloseOffer, MakeOffer, MakeOffers, OfferAlarms, RoutingReadModel, Situations],
  exports: [CallSupervisors, CloseOffer, MakeOffers, Situations],
})
export class OffersModule {}

/** What consoles do with offers. */
@Module({
  imports: [OffersModule, PresenceModule],
  providers: [AcceptOffer, AssignOffer, OfferCommands],
  exports: [OfferCommands],
})
export class OffersPagesModule {}
