import { Module, type DynamicModule } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { AuditController } from './audit.controller';
import { ExportAudit } from './export-audit';
import { ExportHistory } from './export-history';
import { OneExport } from './one-export';
import { SEQUENCING, SequencerJob, type Sequencing } from './sequencer-job';

/** Keeps the audit log: in the worker. */
@Module({ providers: [SequencerJob] })
export class AuditLogModule {
  /** Throws a TypeError for a process that was not given what it needs. */
  static with({
    database,
    signer,
  }: { readonly [Name in keyof Sequencing]: Sequencing[Name] | null }): DynamicModule {
    if (database === null || signer === null) throw new TypeError('only a worker keeps the audit log');
    const sequencing: Sequencing = { database, signer };
    return { module: AuditLogModule, providers: [{ provide: SEQUENCING, useValue: sequencing }] };
  }
}

/** Where supervisors export the log. */
@Module({
  imports: [SessionModule],
  controllers: [AuditController],
  providers: [ExportAudit, ExportHistory, OneExport],
})
export class AuditExportModule {}
