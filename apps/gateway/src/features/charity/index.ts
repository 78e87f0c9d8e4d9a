export { CharityModule } from './charity.module';
export { framePreview } from './frame-preview';
