import type { Wall, WallLinkMade, WallLinks } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screen relies on it. */
export const parseWall = (body: unknown): Wall => {
  demand(hasFields(body, ['waiting', 'answerRate', 'serviceLevel', 'occupancy', 'helpCalls']), 'wall');
  const wall = body as Wall;
  demand(Array.isArray(wall.waiting) && Array.isArray(wall.serviceLevel), 'wall');
  return wall;
};

export const parseWallLinks = (body: unknown): WallLinks => {
  demand(hasFields(body, ['links']), 'view of links');
  const view = body as WallLinks;
  demand(Array.isArray(view.links), 'view of links');
  return view;
};

export const parseWallLinkMade = (body: unknown): WallLinkMade => {
  demand(hasFields(body, ['outcome']), 'answer about a link');
  const answer = body as WallLinkMade;
  if (answer.outcome === 'made') parseWallLinks(answer.view);
  return answer;
};
