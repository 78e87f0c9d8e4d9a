export { facts } from './every-fact';
export { everyReasonOf, hasReasons } from './every-reason';
