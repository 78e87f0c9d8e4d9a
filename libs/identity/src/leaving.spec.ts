import { aliasOfLeaver } from './leaving';

it('gives everyone who has left another alias', () => {
  expect([1, 2].map(aliasOfLeaver)).toEqual(['Former colleague 1', 'Former colleague 2']);
});
