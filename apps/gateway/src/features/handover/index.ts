export { AnswerHandover } from './answer-handover';
export { callOffHandover } from './call-off-handover';
export { HandoverCommands } from './commands';
export { HandoverDeadlines } from './handover-deadlines';
export { HandoverOffers } from './handover-offers';
export { HandoverSteps } from './handover-steps';
export { briefEntry, HandoverViews, summaryOf } from './handover-view';
export { HandoverModule, HandoverPagesModule } from './handover.module';
