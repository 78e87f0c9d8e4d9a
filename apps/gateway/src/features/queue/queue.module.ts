import { Module } from '@nestjs/common';
import { QueueCommands } from './commands';
import { SetBand } from './set-band';
import { TakeFromQueue } from './take-from-queue';
import { TellWaiting } from './tell-waiting';
import { TriageMessage } from './triage-message';
import { WatchedWordsCache } from './watched-words-cache';

/** The order of the queue, and what supervisors do with it. */
@Module({
  providers: [QueueCommands, SetBand, TakeFromQueue, TellWaiting, TriageMessage, WatchedWordsCache],
  exports: [QueueCommands, TriageMessage],
})
export class QueueModule {}
