import { Module } from '@nestjs/common';
import { ObservingModule } from '../observing';
import { TimelineModule } from '../timeline';
import { SafetyCommands } from './commands';
import { ReadSafetyRecord } from './read-safety-record';
import { SafetyRecordViews } from './safety-record-view';
import { SetSafetyAnswer } from './set-safety-answer';
import { WriteSafetyRecord } from './write-safety-record';

/** What is known of whether each visitor is safe now, and what staff learn and do about it. */
@Module({
  imports: [ObservingModule, TimelineModule],
  providers: [SafetyCommands, ReadSafetyRecord, SafetyRecordViews, SetSafetyAnswer, WriteSafetyRecord],
  exports: [SafetyCommands],
})
export class SafetyPagesModule {}
