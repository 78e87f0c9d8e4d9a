import { Module } from '@nestjs/common';
import { HistoryCommands } from './commands';
import { ListReaders } from './list-readers';

/** The past, for those whose past it is. */
@Module({ providers: [HistoryCommands, ListReaders], exports: [HistoryCommands] })
export class HistoryModule {}
