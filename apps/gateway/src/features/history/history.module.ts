import { Module } from '@nestjs/common';
import { HistoryCommands } from './commands';
import { ListHistory } from './list-history';
import { ListReaders } from './list-readers';

/** The past, for those whose past it is. */
@Module({ providers: [HistoryCommands, ListHistory, ListReaders], exports: [HistoryCommands] })
export class HistoryModule {}
