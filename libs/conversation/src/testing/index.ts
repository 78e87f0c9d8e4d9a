export * from './a-conversation';
export * from './in-memory-timeline';
export * from './timeline-appender.contract';
