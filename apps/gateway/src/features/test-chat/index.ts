export { TestChatModule } from './test-chat.module';
