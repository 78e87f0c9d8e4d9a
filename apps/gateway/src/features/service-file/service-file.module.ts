import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { CharityModule } from '../charity';
import { SetupModule } from '../setup';
import { ExportService } from './export-service';
import { ImportService } from './import-service';
import { ServiceFileController } from './service-file.controller';

/** A service as one signed file. */
@Module({
  imports: [CharityModule, SessionModule, SetupModule],
  controllers: [ServiceFileController],
  providers: [ExportService, ImportService],
})
export class ServiceFileModule {}
