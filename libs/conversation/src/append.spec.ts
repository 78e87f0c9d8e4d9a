import { InMemoryTimeline } from './testing/in-memory-timeline';
import { timelineAppenderContract } from './testing/timeline-appender.contract';

describe('the appender in memory, judged by appendRefusal', () => {
  timelineAppenderContract(async () => new InMemoryTimeline());
});
