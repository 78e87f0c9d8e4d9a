export { TimelineCommands } from './commands';
export { ConversationTexts, NAME } from './conversation-texts';
export { LiveTimelines } from './live-timelines';
export { ReadTimeline } from './read-timeline';
export { SendMessage } from './send-message';
export { TimelineModule, TimelinePagesModule } from './timeline.module';
