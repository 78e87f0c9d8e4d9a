import { Module } from '@nestjs/common';
import { PracticePagesModule } from '../practice';
import { TestChatController } from './test-chat.controller';
import { TestChats } from './test-chats';

/** A chat that an administrator holds with themselves before the service opens. */
@Module({ imports: [PracticePagesModule], controllers: [TestChatController], providers: [TestChats] })
export class TestChatModule {}
