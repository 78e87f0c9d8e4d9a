// The load generator: a process of its own, so that its work is not the server's. Jobs come one at a time.
import { arrivals } from './load/arrivals';
import { beginConversations } from './load/begin-conversations';
import { Crew } from './load/crew';
import type { Job } from './load/jobs';

const crews = new Map<string, Crew>();

const crewOf = (name: string): Crew => {
  const crew = crews.get(name);
  if (crew === undefined) throw new Error(`there is no crew ${name}`);
  return crew;
};

/** A new one if there is none of this name. */
const crewNamed = (name: string): Crew => {
  const crew = crews.get(name) ?? new Crew();
  crews.set(name, crew);
  return crew;
};

const carryOut = async (job: Job): Promise<unknown> => {
  switch (job.job) {
    case 'connect':
      await crewNamed(job.crew).connect(job.clients);
      return null;
    case 'leave':
      crewOf(job.crew).leave();
      crews.delete(job.crew);
      return null;
    case 'closed':
      return crewOf(job.crew).closed(job.seconds, job.clients);
    case 'open':
      return crewOf(job.crew).open(job.seconds, job.rate);
    case 'fill':
      return crewOf(job.crew).fill(job.each);
    case 'resume':
      return crewOf(job.crew).resume();
    case 'arrivals':
      return arrivals(job);
    case 'begin':
      await beginConversations(job, (clients) => crewNamed(job.crew).connect(clients));
      return null;
  }
};

process.on('message', ({ id, ...job }: Job & { readonly id: number }) => {
  carryOut(job).then(
    (value) => process.send?.({ id, value }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
