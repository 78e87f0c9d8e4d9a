export interface Accepted<Event> {
  readonly accepted: true;
  readonly events: readonly Event[];
}
export interface Refused<Refusal extends string> {
  readonly accepted: false;
  readonly refusal: Refusal;
}

/** What a noun answers: the facts that now hold, or one named reason why nothing changes. */
export type Decision<Event, Refusal extends string> = Accepted<Event> | Refused<Refusal>;

/** Nothing to record is a valid acceptance: the state already is as asked. */
export const accept = <Event>(...events: readonly Event[]): Accepted<Event> => ({
  accepted: true,
  events,
});

export const refuse = <Refusal extends string>(refusal: Refusal): Refused<Refusal> => ({
  accepted: false,
  refusal,
});
