import type { VisitorCommands, VisitorNotices } from '@warmline/contracts';
import { Connection } from '../connection/connection';
import { FakeTransport } from './fake-transport';
import { ManualClock } from './manual-clock';

/** A connection whose other end, time and device are the test's. */
export const aConnection = () => {
  const wire = new FakeTransport();
  const clock = new ManualClock();
  let wake: () => void = () => {};
  const connection = new Connection<VisitorCommands, VisitorNotices>({
    transport: wire,
    clock,
    random: () => 0.5,
    wakeUps: (run) => {
      wake = run;
      return () => {};
    },
  });
  connection.start();
  return { wire, clock, connection, wake: () => wake(), name: () => connection.state.get().name };
};

export const anOnlineConnection = () => {
  const page = aConnection();
  page.wire.listener.connected();
  return page;
};
