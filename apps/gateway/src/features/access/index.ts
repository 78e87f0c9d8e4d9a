export { AccessModule } from './access.module';
export { ProposeAccess, type Proposing } from './propose-access';
