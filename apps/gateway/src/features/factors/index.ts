export { Authenticators } from './authenticators';
export { FactorsModule } from './factors.module';
export { Passkeys } from './passkeys';
export { SecondFactors } from './second-factors';
