import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { ActInPractice } from './act-in-practice';
import { AdviseOnPractice } from './advise-on-practice';
import { BeginPractice } from './begin-practice';
import { PracticeCommands } from './commands';
import { PracticeChanges } from './practice-changes';
import { PracticeOverviews } from './practice-overview';
import { PracticeTexts } from './practice-texts';
import { PracticeViews } from './practice-view';

/** Practice conversations: apart from real ones in every store, room and view (docs/adr/0025-practice-apart.md). */
@Module({
  imports: [SocketModule],
  providers: [
    ActInPractice,
    AdviseOnPractice,
    BeginPractice,
    PracticeChanges,
    PracticeCommands,
    PracticeOverviews,
    PracticeTexts,
    PracticeViews,
  ],
  exports: [ActInPractice, BeginPractice, PracticeCommands, PracticeViews],
})
export class PracticePagesModule {}
