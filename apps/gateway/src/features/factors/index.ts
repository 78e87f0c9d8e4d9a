export { Authenticators } from './authenticators';
export { FactorsModule } from './factors.module';
export { SecondFactors } from './second-factors';
