import { execFileSync } from 'node:child_process';
import { kill } from 'node:process';
import { pidOf } from './running';

/** The processes that answer Postgres's clients, which is every one with an address in its title. */
const backendsOf = (postmaster: number): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === postmaster && /\d\(\d+\)/.test(found?.[3] ?? ''))
    .map((found) => Number(found?.[1]));

/** Postgres drops everyone and answers nobody while `act` runs; then it goes on as if nothing had been. */
export const withoutPostgres = async (act: () => Promise<void>): Promise<void> => {
  const pid = pidOf('postgres');
  if (pid === null) throw new Error('no Postgres of its own runs');
  kill(pid, 'SIGSTOP');
  try {
    const backends = backendsOf(pid);
    if (backends.length === 0) throw new Error('nobody is connected to Postgres');
    for (const backend of backends) kill(backend, 'SIGTERM');
    await act();
  } finally {
    kill(pid, 'SIGCONT');
  }
};
