// For journeys only: moves what everyone did into the past, since a browser test cannot wait until a cool-down or a night is
// over. The rules stay as they are and judge older times.
import { inJourneyDatabase } from './journey-database.ts';

const NIGHT = `
  with rested as (
    update staff set cool_down_since = cool_down_since - interval '8 days', heavy_since = heavy_since - interval '8 days',
      break_wanted = false, break_delayed_until = null
  ), worked as (
    update shift set began_at = began_at - interval '8 days', ends_at = ends_at - interval '8 days',
      ended_at = coalesce(ended_at, ends_at) - interval '8 days'
    where $1::boolean
  )
  update holding set began_at = began_at - interval '8 days', ended_at = ended_at - interval '8 days'
  where ended_at is not null and $1::boolean`;

/** Everyone's cool-down is over. */
export const endCoolDowns = (): Promise<void> => inJourneyDatabase([{ text: NIGHT, values: [false] }]);

/** Between two journeys: everyone has slept, and a new shift begins. */
export const letANightPass = (): Promise<void> => inJourneyDatabase([{ text: NIGHT, values: [true] }]);
