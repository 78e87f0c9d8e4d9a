export * from './act';
export * from './decide';
export * from './events';
export * from './feedback';
export * from './play';
export { scenarioOf, SCENARIOS } from './scenarios/all';
export type { Move, Scenario, State } from './scenario';
export type { Line } from './scripted-visitor';
export { signalsOfEach, type Signal } from './signals';
