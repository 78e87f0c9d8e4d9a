export type { Accepted } from './accept-offer';
export { CallSupervisors } from './call-supervisors';
export { CloseOffer } from './close-offer';
export { OfferCommands } from './commands';
export { MakeOffers } from './make-offers';
export { OffersModule, OffersPagesModule } from './offers.module';
export { Situations } from './situations';
