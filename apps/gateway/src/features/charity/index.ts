export { ChangeCharity } from './change-charity';
export { CharityModule } from './charity.module';
export { framePreview } from './frame-preview';
