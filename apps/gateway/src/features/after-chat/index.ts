export { AfterChatPagesModule } from './after-chat.module';
export { AfterChatCommands } from './commands';
