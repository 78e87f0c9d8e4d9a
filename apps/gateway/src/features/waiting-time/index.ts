export { WaitHistoryCache } from './wait-history-cache';
export { WaitingTimeJob } from './waiting-time-job';
export { WaitingTimeModule } from './waiting-time.module';
