export { ObservingCommands } from './commands';
export { ObserveConversation } from './observe-conversation';
export { ObservingModule } from './observing.module';
