import { v7 } from 'uuid';

/** A UUIDv7: grows with time, so a database index stays compact; made once per message and per start. */
export const newMessageId = (): string => v7();
