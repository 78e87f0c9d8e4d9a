import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { ConversationPagesModule } from '../conversation';
import { TimelineModule } from '../timeline';
import { ComplaintCommands } from './commands';
import { ComplaintWords } from './complaint-words';
import { ComplaintController } from './complaint.controller';
import { ListTold } from './list-told';
import { MakeComplaint } from './make-complaint';
import { SettleComplaint } from './settle-complaint';

/** What people tell the service about itself, without a name. */
@Module({
  imports: [ConversationPagesModule, SocketModule, TimelineModule],
  controllers: [ComplaintController],
  providers: [ComplaintCommands, ComplaintWords, ListTold, MakeComplaint, SettleComplaint],
  exports: [ComplaintCommands],
})
export class ComplaintPagesModule {}
