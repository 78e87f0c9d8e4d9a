import { BUCKETS, type Bucket, type WaitEstimate } from '@warmline/waiting-time';
import { flag, moment, oneOf, optional, row, UnexpectedRow, type Column } from '../connection/parse-rows';

const kind = row({
  kind: oneOf<WaitEstimate['kind']>({ next: true, unknown: true, nobody_on: true, within: true }),
});

const bucket: Column<Bucket> = (answer) => {
  const known = answer === 'more' ? answer : BUCKETS.find((minutes) => minutes === answer);
  if (known === undefined) throw new UnexpectedRow('expected a bucket');
  return known;
};

const nobodyOn = row({ since: moment, hadNumber: flag });
const within = row({ bucket, until: optional(moment), apologisedAt: optional(moment) });

/** What a waiting visitor was told, as the database keeps it in JSON. */
export const toldEstimate: Column<WaitEstimate> = (answer) => {
  const told = kind(answer);
  switch (told.kind) {
    case 'nobody_on':
      return { kind: told.kind, ...nobodyOn(answer) };
    case 'within':
      return { kind: told.kind, ...within(answer) };
    default:
      return { kind: told.kind };
  }
};
