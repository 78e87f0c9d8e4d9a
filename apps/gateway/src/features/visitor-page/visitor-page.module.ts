import { Module } from '@nestjs/common';
import { OpeningPagesModule } from '../opening';
import { BuiltPage } from './built-page';
import { PageWording } from './page-wording';
import { ServiceController } from './service.controller';
import { VisitorPages } from './visitor-pages';

/** The visitor's page, and what anyone may know before they start. */
@Module({
  imports: [OpeningPagesModule],
  controllers: [ServiceController],
  providers: [BuiltPage, PageWording, VisitorPages],
  exports: [BuiltPage, VisitorPages],
})
export class VisitorPageModule {}
