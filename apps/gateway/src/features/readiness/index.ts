export { ReadinessModule } from './readiness.module';
