/** What a noun answers: the facts that now hold, or one named reason why nothing changes. */
export type Decision<Event, Refusal extends string> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly refusal: Refusal };

/** Nothing to record is a valid acceptance: the state already is as asked. */
export const accept = <Event>(...events: readonly Event[]): { accepted: true; events: readonly Event[] } => ({
  accepted: true,
  events,
});

export const refuse = <Refusal extends string>(refusal: Refusal): { accepted: false; refusal: Refusal } => ({
  accepted: false,
  refusal,
});
