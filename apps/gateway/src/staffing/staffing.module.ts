import { Global, Module } from '@nestjs/common';
import { RoutingTerms } from './routing-terms';
import { WorkingDayCache } from './working-day-cache';

const STAFFING = [RoutingTerms, WorkingDayCache];

/** By which limits everyone is judged, and how their days are going. */
@Global()
@Module({ providers: STAFFING, exports: STAFFING })
export class StaffingModule {}
