import { Module } from '@nestjs/common';
import { TimelineModule } from '../timeline';
import { HistoryCommands } from './commands';
import { ListHistory } from './list-history';
import { ListReaders } from './list-readers';
import { PastActs } from './past-acts';
import { PastActsController } from './past-acts.controller';
import { PastWritings } from './past-writings';
import { ProveEntry } from './prove-entry';
import { ReadPast } from './read-past';
import { SearchPast } from './search-past';

/** The past, for those whose past it is. */
@Module({
  imports: [TimelineModule],
  controllers: [PastActsController],
  providers: [
    HistoryCommands,
    ListHistory,
    ListReaders,
    PastActs,
    PastWritings,
    ProveEntry,
    ReadPast,
    SearchPast,
  ],
  exports: [HistoryCommands],
})
export class HistoryModule {}
