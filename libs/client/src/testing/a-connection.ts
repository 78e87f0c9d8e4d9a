import type { VisitorCommands, VisitorNotices } from '@warmline/contracts';
import { Connection } from '../connection/connection';
import { FakeWire } from './fake-transport';
import { ManualClock } from './manual-clock';

/** A connection whose other end, time and device are the test's. */
export const aLine = () => {
  const wire = new FakeWire();
  const clock = new ManualClock();
  let wake: () => void = () => {};
  const connection = new Connection<VisitorCommands, VisitorNotices>({
    wire,
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

export const aLineUp = () => {
  const page = aLine();
  page.wire.toPage.up();
  return page;
};
