// For journeys alone: a night goes by for everyone who works here. Nobody can wait in a browser test for somebody's rest to
// be over, and no rule is switched off: the same limits are judged, by what happened a while ago.
import process from 'node:process';
import { inJourneyDatabase } from './journey-database.mjs';

const NIGHT = `
  with rested as (
    update staff set quiet_since = quiet_since - interval '8 days', heavy_since = heavy_since - interval '8 days',
      break_wanted = false, break_delayed_until = null
  ), worked as (
    update shift set began_at = began_at - interval '8 days', ends_at = ends_at - interval '8 days',
      ended_at = coalesce(ended_at, ends_at) - interval '8 days'
    where $1::boolean
  )
  update holding set began_at = began_at - interval '8 days', ended_at = ended_at - interval '8 days'
  where ended_at is not null and $1::boolean`;

await inJourneyDatabase([{ text: NIGHT, values: [process.argv.includes('--night')] }]);
