import {
  type Edition,
  type Generation,
  isGeneration,
  PAGE_GENERATION,
} from '#src/domain/core/context.ts';
import { ownName } from '../base-path.ts';

/** A target, and whose resources there. */
export interface Where {
  readonly targetId: string;
  /** 32 hex digits; a configured target may fix it. */
  readonly projectId: string;
  readonly edition: Edition;
  /** ID of the platinum instance; only sent with the platinum edition. */
  readonly instanceId: string;
}

/** The part of the session that the browser keeps for the next visit. */
export interface SavedPlace extends Where {
  /** The generation of the API whose fields the page offers and validates. No request contains it. */
  readonly generation: Generation;
}

/** A project ID: 32 hexadecimal digits, lower-case as the service gives them. */
export const PROJECT_ID = /^[0-9a-f]{32}$/;

const STORED_AS = ownName('ief-builder.session');

const initial: SavedPlace = {
  targetId: 'mock',
  // The project of the API page's own answer: any project is a tenant of the mock.
  projectId: '05e1aef9040010e22fccc009adecb056',
  edition: 'professional',
  generation: PAGE_GENERATION,
  instanceId: '',
};

/** Stores the place, and nothing else of the session. */
export function savePlace(session: SavedPlace): void {
  const { targetId, projectId, edition, generation, instanceId } = session;
  const place: SavedPlace = { targetId, projectId, edition, generation, instanceId };
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(place));
  } catch {
    // The browser refuses storage (private window, policy): the place lasts as long as the page.
  }
}

/** The place of the last visit; the mock if there is none or it cannot be read. */
export function restorePlace(): SavedPlace {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return initial;
    const text = (key: keyof SavedPlace) => {
      const value: unknown = Reflect.get(stored, key);
      return typeof value === 'string' ? value : initial[key];
    };
    const generation = text('generation');
    return {
      targetId: text('targetId'),
      projectId: text('projectId'),
      edition: text('edition') === 'platinum' ? 'platinum' : 'professional',
      generation: isGeneration(generation) ? generation : PAGE_GENERATION,
      instanceId: text('instanceId'),
    };
  } catch {
    return initial;
  }
}
