export { CharityModule } from './charity.module';
