export { ConversationCommands } from './commands';
export { ConversationFeed } from './conversation-feed';
export { ConversationModule, ConversationPagesModule } from './conversation.module';
export { EndConversation } from './end-conversation';
export { LoseHolder } from './lose-holder';
export { StartPressure } from './start-pressure';
export { hashOfToken } from './visitor-arrival';
export {
  VisitorAccess,
  VisitorActivityCommands,
  VisitorConversationCommands,
  VisitorTimelineCommands,
} from './visitor-commands';
export { VisitorViews } from './visitor-view';
export { ConversationClocks } from './conversation-clocks';
