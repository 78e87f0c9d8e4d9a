export { AFTER_CHAT_WORDS } from './answer-after-chat';
export { AfterChatPagesModule } from './after-chat.module';
export { AfterChatCommands } from './commands';
