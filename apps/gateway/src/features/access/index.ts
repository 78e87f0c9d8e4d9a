export { AccessModule } from './access.module';
export { ProposeAccess } from './propose-access';
