export { BuiltPage } from './built-page';
export { profileOf } from './charity-in-page';
export { serveVisitorPage } from './serve-visitor-page';
export { wordingLanguages } from './visitor-document';
export { VisitorPageModule } from './visitor-page.module';
