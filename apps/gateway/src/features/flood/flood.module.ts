import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation';
import { ViewsModule } from '../views';
import { FloodCommands } from './commands';
import { FloodDeadlines } from './flood-deadlines';
import { ProposeFlood } from './propose-flood';
import { SettleFlood } from './settle-flood';

/** Floods that end by themselves. */
@Module({ imports: [ConversationModule], providers: [FloodDeadlines], exports: [FloodDeadlines] })
export class FloodModule {}

/** What supervisors do about waiting chats that look like one flood. */
@Module({
  imports: [ViewsModule],
  providers: [FloodCommands, ProposeFlood, SettleFlood],
  exports: [FloodCommands],
})
export class FloodPagesModule {}
